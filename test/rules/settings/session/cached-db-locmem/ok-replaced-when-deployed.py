#- config/settings/production.py
import os

from .base import *

DEBUG = False
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    },
}
if "REDIS_URL" in os.environ:
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": os.environ["REDIS_URL"]}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
