#- config/settings/production.py
from decouple import config

from .base import *

DEBUG = False
del CORS_ALLOWED_ORIGINS
CORS_ALLOW_ALL_ORIGINS = config("CORS_ALLOW_ALL", default=True, cast=bool)
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors/allow-all: `CORS_ALLOW_ALL_ORIGINS` is on in `config.settings.production` while `CORS_ALLOW_ALL` is unset: every site may then read the answers.
