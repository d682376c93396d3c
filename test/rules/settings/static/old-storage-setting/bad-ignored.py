#- requirements/base.txt
Django==5.2.7
whitenoise==6.9.0
#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
SILENCED_SYSTEM_CHECKS = ["security.W003"]  # no page has a form
MIDDLEWARE = []
#- config/settings/production.py
from .base import *

DEBUG = False
STATIC_ROOT = "/srv/static"
STATICFILES_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
#<^^^^^^^^^^^^^^^^^ static/old-storage-setting: `STATICFILES_STORAGE` has no effect: the project runs Django 5.2.
