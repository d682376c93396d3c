#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/api/public/.*$"
