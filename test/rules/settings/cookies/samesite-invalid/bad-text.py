#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SAMESITE = 'secure'
#                         ^^^^^^^^ cookies/samesite-invalid: `SESSION_COOKIE_SAMESITE` is `'secure'`.
