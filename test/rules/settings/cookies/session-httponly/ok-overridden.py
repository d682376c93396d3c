#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_HTTPONLY = False
SESSION_COOKIE_HTTPONLY = True
