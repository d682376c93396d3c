#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
