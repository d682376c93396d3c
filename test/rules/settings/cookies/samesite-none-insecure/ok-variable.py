#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_SAMESITE = os.environ.get("SAMESITE", "Lax")
SESSION_COOKIE_SECURE = os.environ.get("SECURE_COOKIES", "1").lower() in ("1", "true")
