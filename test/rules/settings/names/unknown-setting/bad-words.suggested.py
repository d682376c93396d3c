#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SAMESITE = "Strict"
