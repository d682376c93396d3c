#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.insert(3, "django.middleware.gzip.GZipMiddleware")
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/gzip-breach
