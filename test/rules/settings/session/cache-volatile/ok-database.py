#- config/settings/production.py
from .base import *

DEBUG = False
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
