#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_COOKIE_SECURE = False
CSRF_USE_SESSIONS = True
