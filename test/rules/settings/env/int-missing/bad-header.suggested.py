#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = int(os.environ.get("HSTS", "31536000"))
SESSION_COOKIE_AGE = os.environ.get("SESSION_AGE")
