#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_DOMAIN = os.environ.get("COOKIE_DOMAIN", ".example.org")
