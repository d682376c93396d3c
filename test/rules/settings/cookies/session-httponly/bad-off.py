#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_HTTPONLY = False  # The cart needs it.
#                         ^^^^^ cookies/session-httponly: `SESSION_COOKIE_HTTPONLY` is `False` in `config.settings.production`.
