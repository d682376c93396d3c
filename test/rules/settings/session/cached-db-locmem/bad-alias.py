#- config/settings/production.py
from .base import *

DEBUG = False
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://cache:6379/1",
        "KEY_PREFIX": "bookshop",
    },
    "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/cached-db-locmem: The engine `cached_db` reads sessions from the cache `local` first, which is the memory of one process in `config.settings.production`.
SESSION_CACHE_ALIAS = "local"
