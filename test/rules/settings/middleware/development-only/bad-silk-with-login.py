#- config/settings/production.py
from .base import *

DEBUG = False
SILKY_AUTHENTICATION = True
SILKY_AUTHORISATION = True
MIDDLEWARE += ["silk.middleware.SilkyMiddleware"]
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/development-only:silk
