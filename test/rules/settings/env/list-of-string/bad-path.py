#- config/settings/production.py
import os

from .base import *

DEBUG = False
STATICFILES_DIRS = os.path.join(BASE_DIR, "static")
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/list-of-string: `STATICFILES_DIRS` is one path, not a list.
LOCALE_PATHS = (BASE_DIR / "locale")
#               ^^^^^^^^^^^^^^^^^^^ env/list-of-string
