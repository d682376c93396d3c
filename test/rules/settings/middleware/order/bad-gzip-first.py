#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/order:update-cache-before-gzip
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.cache.UpdateCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.cache.FetchFromCacheMiddleware",
]
