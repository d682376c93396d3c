#- config/settings/production.py
from .base import *

DEBUG = False
if DEBUG:
    MIDDLEWARE.insert(3, "django.middleware.gzip.GZipMiddleware")
