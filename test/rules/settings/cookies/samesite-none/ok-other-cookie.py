#- config/settings/production.py
from .base import *

DEBUG = False
LANGUAGE_COOKIE_SAMESITE = None
