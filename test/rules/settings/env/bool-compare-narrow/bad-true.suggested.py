#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_SECURE = os.getenv("COOKIE_SECURE", "True").lower() in ("1", "true", "yes", "on")
