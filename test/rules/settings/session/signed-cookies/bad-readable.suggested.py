#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
