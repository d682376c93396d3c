#- config/settings/production.py
from .base import *

DEBUG = False
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/cache-volatile: Sessions are kept only in the cache `default`, which is the memory of one process in `config.settings.production`.
