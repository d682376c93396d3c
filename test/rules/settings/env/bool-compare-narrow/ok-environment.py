#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_SECURE = os.environ["ENVIRONMENT"] == "production"
CSRF_COOKIE_SECURE = os.environ.get("COOKIE_SECURE", "1") == "1"
