#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SAMESITE = None
#                         ^^^^ cookies/samesite-none: `SESSION_COOKIE_SAMESITE` is `None` in `config.settings.production`, so the cookie has no `SameSite` attribute.
CSRF_COOKIE_SAMESITE = False
#                      ^^^^^ cookies/samesite-none: `CSRF_COOKIE_SAMESITE` is `False` in `config.settings.production`, so the cookie has no `SameSite` attribute.
