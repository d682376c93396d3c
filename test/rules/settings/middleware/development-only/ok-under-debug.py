#- config/settings/production.py
from .base import *

DEBUG = False
if DEBUG:
    MIDDLEWARE.insert(0, "debug_toolbar.middleware.DebugToolbarMiddleware")
