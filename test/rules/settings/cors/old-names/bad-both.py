#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ORIGIN_WHITELIST = ["https://app.example.org"]
#<^^^^^^^^^^^^^^^^^^^ cors/old-names: `CORS_ORIGIN_WHITELIST` has no effect: `CORS_ALLOWED_ORIGINS` is set as well.
