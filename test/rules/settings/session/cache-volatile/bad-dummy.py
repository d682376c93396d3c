#- config/settings/production.py
from .base import *

DEBUG = False
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://cache:6379/1", "KEY_PREFIX": "bookshop"},
    "sessions": {
        "BACKEND": "django.core.cache.backends.dummy.DummyCache",
        "LOCATION": "cache:11211",
        "KEY_PREFIX": "bookshop",
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/cache-volatile: Sessions are kept only in the cache `sessions`, which keeps nothing in `config.settings.production`.
SESSION_CACHE_ALIAS = "sessions"
