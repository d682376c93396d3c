#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGINS = ["null", "file://", "http://localhost:3000", "https://xn--bcher-kva.example", "capacitor://localhost"]
