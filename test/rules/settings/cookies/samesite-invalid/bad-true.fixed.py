#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_COOKIE_SAMESITE = "Lax"
