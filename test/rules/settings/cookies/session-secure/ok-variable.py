#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_SECURE = os.environ.get("SECURE_COOKIES", "0").lower() in ("1", "true")
