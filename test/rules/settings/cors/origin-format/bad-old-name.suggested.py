#- config/settings/production.py
from .base import *

DEBUG = False
del CORS_ALLOWED_ORIGINS
CORS_ORIGIN_WHITELIST = ("https://www.example.org", "https://example.org")
