#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_ENGINE = os.environ.get("SESSION_ENGINE", "django.contrib.sessions.backends.signed_cookies")
