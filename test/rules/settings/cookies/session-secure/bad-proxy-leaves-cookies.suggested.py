#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SECURE = True