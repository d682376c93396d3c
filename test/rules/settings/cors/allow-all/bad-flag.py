#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOW_ALL_ORIGINS = True
#                        ^^^^ cors/allow-all: `CORS_ALLOW_ALL_ORIGINS` is on in `config.settings.production`: every site may read the answers.
