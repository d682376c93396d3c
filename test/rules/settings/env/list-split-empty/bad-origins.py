#- config/settings/production.py
from os import getenv

from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = [o.strip() for o in getenv('ORIGINS', '').split(',')]
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/list-split-empty
CORS_ALLOWED_ORIGINS = ['https://www.example.org'] + (getenv('CORS') or '').split(',')
#                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/list-split-empty: `CORS_ALLOWED_ORIGINS` gets an empty entry when the variable is unset.
