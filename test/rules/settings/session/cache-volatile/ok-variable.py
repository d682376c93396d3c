#- config/settings/production.py
import os

from .base import *

DEBUG = False
CACHES = {
    "default": {
        "BACKEND": os.environ["CACHE_BACKEND"],
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
