#- config/settings/production.py
from .base import *

DEBUG = False
CACHES["default"]["OPTIONS"] = {"SERIALIZER": "django.core.cache.backends.redis.RedisSerializer"}
