#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.insert(3, "django_brotli.middleware.BrotliMiddleware")
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/gzip-breach: `BrotliMiddleware` compresses the pages of `config.settings.production`, which hold CSRF tokens and data of users.
