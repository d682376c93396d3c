#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOW_CREDENTIALS = True
CORS_ALLOWED_ORIGINS = ["https://app.example.org"]
CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://\w+\.example\.org$"]
