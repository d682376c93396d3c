#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.remove("django.middleware.security.SecurityMiddleware")
del SECURE_SSL_REDIRECT, SECURE_HSTS_INCLUDE_SUBDOMAINS, SECURE_HSTS_PRELOAD
SECURE_HSTS_SECONDS = 3600
#<^^^^^^^^^^^^^^^^^ https/security-settings-without-middleware: `SECURE_HSTS_SECONDS` has no effect in `config.settings.production`: `SecurityMiddleware` is not in `MIDDLEWARE`.
