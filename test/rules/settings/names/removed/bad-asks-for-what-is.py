#- config/settings/production.py
import os

from .base import *

DEBUG = False
USE_L10N = True
#<^^^^^^ names/removed
USE_DEPRECATED_PYTZ = os.environ.get("PYTZ") == "yes"
#<^^^^^^^^^^^^^^^^^ names/removed
