#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_SECURE = os.getenv("COOKIE_SECURE", "True") == "True"
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/bool-compare-narrow: `SESSION_COOKIE_SECURE` is on for `True` alone in `COOKIE_SECURE`.
