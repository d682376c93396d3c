#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["https://www.example.org", "http://localhost:3000", "http://127.0.0.1", "http://10.0.0.5:8000", "http://web:8000", "http://[::1]:8000"]
