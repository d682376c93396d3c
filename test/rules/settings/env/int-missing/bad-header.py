#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = os.environ.get("HSTS", "31536000")
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/int-missing
SESSION_COOKIE_AGE = os.environ.get("SESSION_AGE")
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/int-missing
