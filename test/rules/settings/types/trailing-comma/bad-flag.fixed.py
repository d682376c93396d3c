#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = False
