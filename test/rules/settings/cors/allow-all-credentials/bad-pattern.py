#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGIN_REGEXES = [r".*"]
#                              ^^^^^ cors/allow-all-credentials: `.*` in `CORS_ALLOWED_ORIGIN_REGEXES` fits every origin, and `CORS_ALLOW_CREDENTIALS` is on.
CORS_ALLOW_CREDENTIALS = True
