#- config/settings/production.py
from .base import *

DEBUG = False
from company_caches import MORE

CACHES = {**CACHES, **MORE}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
SESSION_CACHE_ALIAS = "sessions"
