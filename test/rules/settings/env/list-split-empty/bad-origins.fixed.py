#- config/settings/production.py
from os import getenv

from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = [o.strip() for o in getenv('ORIGINS', '').split(',') if o.strip()]
CORS_ALLOWED_ORIGINS = ['https://www.example.org'] + [origin.strip() for origin in (getenv('CORS') or '').split(',') if origin.strip()]
