#- config/settings/production.py
from .base import *

DEBUG = False
if os.environ.get("COMPRESS"):
    MIDDLEWARE.insert(3, "django.middleware.gzip.GZipMiddleware")
