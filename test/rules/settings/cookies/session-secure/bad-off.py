#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SECURE = False
#                       ^^^^^ cookies/session-secure: `SESSION_COOKIE_SECURE` is `False` in `config.settings.production`.
