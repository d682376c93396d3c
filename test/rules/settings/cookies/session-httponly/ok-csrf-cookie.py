#- config/settings/production.py
from .base import *

DEBUG = False
# Scripts have to read this one.
CSRF_COOKIE_HTTPONLY = False
