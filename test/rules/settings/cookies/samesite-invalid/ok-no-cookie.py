#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_USE_SESSIONS = True
CSRF_COOKIE_SAMESITE = True
