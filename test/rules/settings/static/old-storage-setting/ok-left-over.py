#- config/settings/production.py
from .base import *

DEBUG = False
# For the tools of the old site; Django 5.2 reads STORAGES.
STATICFILES_STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
