#- config/settings/production.py
import os

from .base import *

DEBUG = False
USE_X_FORWARDED_HOST = bool(os.getenv('FORWARDED', 'False'))
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/bool-from-string: `USE_X_FORWARDED_HOST` is `bool()` of the text of `FORWARDED`, and `'False'` is true.
CORS_ALLOW_CREDENTIALS = os.getenv('CORS_CREDENTIALS') or False
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/bool-from-string
