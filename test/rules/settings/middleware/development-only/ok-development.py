#- config/settings/local.py
from .base import *

DEBUG = True
MIDDLEWARE.insert(0, "debug_toolbar.middleware.DebugToolbarMiddleware")
