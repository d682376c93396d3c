#- config/settings/production.py
from .base import *

DEBUG = False
if DEBUG:
    SECURE_BROWSER_XSS_FILTER = True
