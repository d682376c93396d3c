#- config/settings/production.py
from .base import *

DEBUG = False
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.memcached.PyMemcacheCache",
        "LOCATION": "cache:11211",
        "KEY_PREFIX": "bookshop",
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/cache-volatile: Sessions are kept only in the cache `default`, a memcached in `config.settings.production`.
