#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["silk.middleware.SilkyMiddleware"]
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/development-only:silk: `SilkyMiddleware` records the requests of `config.settings.production`, and neither `SILKY_AUTHENTICATION` nor `SILKY_AUTHORISATION` is on.
