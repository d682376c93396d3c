#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_SECURE = os.environ.get("COOKIE_SECURE", "true").lower() == "true"
CSRF_COOKIE_SECURE = os.environ.get("COOKIE_SECURE", "1") in ("1", "true", "True")
