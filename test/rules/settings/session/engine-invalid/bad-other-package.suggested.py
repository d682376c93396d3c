#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
