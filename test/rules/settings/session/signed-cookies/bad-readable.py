#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/signed-cookies: `SESSION_ENGINE` keeps the session in a signed cookie in `config.settings.production`, and lets scripts read it.
SESSION_COOKIE_HTTPONLY = False
#                         ^^^^^ cookies/session-httponly
