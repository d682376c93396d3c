#- config/settings/production.py
from .base import *

DEBUG = False
LANGUAGE_CODE = "de"  # German
SESSION_COOKIE_AGE = 3600
