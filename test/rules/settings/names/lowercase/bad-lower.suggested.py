#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SAMESITE = "Strict"
