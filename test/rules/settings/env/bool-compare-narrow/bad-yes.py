#- config/settings/production.py
import os

from .base import *

DEBUG = False
CSRF_COOKIE_SECURE = os.environ['COOKIE_SECURE'] == 'yes'
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/bool-compare-narrow
