#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_AGE = os.environ.get("SESSION_AGE", "86400")
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/int-missing: `SESSION_COOKIE_AGE` is the text of `SESSION_AGE`, not a number.
DATA_UPLOAD_MAX_MEMORY_SIZE = os.environ.get("UPLOAD", 5000000)
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/int-missing
