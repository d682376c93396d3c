#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SAMESITE = "None"
#                         ^^^^^^ cookies/samesite-none-insecure: `SESSION_COOKIE_SAMESITE` is `'None'`, and `SESSION_COOKIE_SECURE` is `False` in `config.settings.production`.
#                         ^^^^^^ cookies/samesite-none
SESSION_COOKIE_SECURE = False
#                       ^^^^^ cookies/session-secure
