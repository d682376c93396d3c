#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = None
#                     ^^^^ https/hsts-missing: `SECURE_HSTS_SECONDS` is `None` in `config.settings.production`, so Django sends no HSTS header.
