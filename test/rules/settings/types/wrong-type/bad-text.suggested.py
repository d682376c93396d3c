#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_AGE = "86400"
SESSION_EXPIRE_AT_BROWSER_CLOSE = False
DATABASES["default"]["CONN_MAX_AGE"] = '60'
