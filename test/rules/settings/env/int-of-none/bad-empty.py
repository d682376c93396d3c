#- config/settings/production.py
import os

from .base import *

DEBUG = False
EMAIL_PORT = int(os.environ.get('EMAIL_PORT', ''))
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/int-of-none: `int()` gets `''` while `EMAIL_PORT` is unset.
