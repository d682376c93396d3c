#- config/settings/production.py
from .base import *

DEBUG = False
BROWSER_XSS_FILTER = True
