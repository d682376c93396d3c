#- config/settings/production.py
from .base import *

DEBUG = False
USE_L10N = False
#<^^^^^^ names/removed: `USE_L10N` has no effect: Django 5.0 removed it, and the project runs 5.2.
USE_DEPRECATED_PYTZ = True
#<^^^^^^^^^^^^^^^^^ names/removed
