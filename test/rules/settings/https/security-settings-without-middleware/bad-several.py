#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.remove("django.middleware.security.SecurityMiddleware")
SECURE_SSL_REDIRECT = True
#<^^^^^^^^^^^^^^^^^ https/security-settings-without-middleware: `SECURE_SSL_REDIRECT`, `SECURE_HSTS_SECONDS` and 2 more have no effect in `config.settings.production`: `SecurityMiddleware` is not in `MIDDLEWARE`.
