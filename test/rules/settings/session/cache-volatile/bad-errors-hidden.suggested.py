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
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
