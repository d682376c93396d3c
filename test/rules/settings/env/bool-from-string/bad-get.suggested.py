#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_SSL_REDIRECT = os.environ.get("SSL_REDIRECT", "False").lower() in ("1", "true", "yes", "on")
SESSION_COOKIE_SECURE = os.environ["COOKIE_SECURE"].lower() in ("1", "true", "yes", "on")
CSRF_COOKIE_SECURE = os.environ.get("COOKIE_SECURE", "True").lower() in ("1", "true", "yes", "on")
