#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["https://www.example.org", "https://*.example.net:8443", "app://native"]
