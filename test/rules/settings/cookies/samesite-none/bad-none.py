#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SAMESITE = 'None'
#                         ^^^^^^ cookies/samesite-none: `SESSION_COOKIE_SAMESITE` is `'None'` in `config.settings.production`.
