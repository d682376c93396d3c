#- config/settings/production.py
from .base import *

DEBUG = False
CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": "cache:11211",
        "KEY_PREFIX": "bookshop",
        "OPTIONS": {"IGNORE_EXCEPTIONS": True},
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/cache-volatile: Sessions are kept only in the cache `default`, which hides its errors in `config.settings.production`.
