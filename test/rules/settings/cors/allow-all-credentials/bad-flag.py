#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOW_ALL_ORIGINS = True
#                        ^^^^ cors/allow-all-credentials: `CORS_ALLOW_ALL_ORIGINS` and `CORS_ALLOW_CREDENTIALS` are both on in `config.settings.production`.
CORS_ALLOW_CREDENTIALS = True
