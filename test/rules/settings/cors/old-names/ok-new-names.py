#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGINS = ["https://app.example.org"]
CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://\w+\.example\.org$"]
CORS_ALLOW_ALL_ORIGINS = False
