#- config/settings/production.py
from .base import *

DEBUG = False
# For both versions of the library that are in use.
CORS_ORIGIN_WHITELIST = CORS_ALLOWED_ORIGINS
