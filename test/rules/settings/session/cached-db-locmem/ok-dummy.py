#- config/settings/production.py
from .base import *

DEBUG = False
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.dummy.DummyCache",
        "LOCATION": "cache:11211",
        "KEY_PREFIX": "bookshop",
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
