#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 0
#                     ^ https/hsts-missing: `SECURE_HSTS_SECONDS` is `0` in `config.settings.production`, so Django sends no HSTS header.
