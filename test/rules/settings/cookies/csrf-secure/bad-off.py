#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_COOKIE_SECURE = 0
#                    ^ cookies/csrf-secure: `CSRF_COOKIE_SECURE` is `0` in `config.settings.production`.
