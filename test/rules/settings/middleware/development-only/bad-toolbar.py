#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.insert(0, "debug_toolbar.middleware.DebugToolbarMiddleware")
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/development-only:debug-toolbar: `DebugToolbarMiddleware` runs in `config.settings.production`, whatever `DEBUG` is.
