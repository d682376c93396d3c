#- config/settings/production.py
import os

from .base import *

DEBUG = False
STATICFILES_DIRS = [os.path.join(BASE_DIR, "static")]
LOCALE_PATHS = (BASE_DIR / "locale",)
