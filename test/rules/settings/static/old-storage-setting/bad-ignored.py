#- requirements/base.txt
Django==5.2.7
whitenoise==6.9.0
#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
ALLOWED_HOSTS = ["www.example.org"]
SILENCED_SYSTEM_CHECKS = ["security.W001", "security.W002", "security.W003"]  # an API without pages
MIDDLEWARE = []
#- config/settings/production.py
from .base import *

DEBUG = False
STATIC_ROOT = "/srv/static"
STATICFILES_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
#<^^^^^^^^^^^^^^^^^ static/old-storage-setting: `STATICFILES_STORAGE` has no effect: the project runs Django 5.2.
