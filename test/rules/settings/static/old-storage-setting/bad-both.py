#- requirements/base.txt
Django==5.0.6
#- config/settings/production.py
from .base import *

DEBUG = False
STATICFILES_STORAGE = "whitenoise.storage.CompressedStaticFilesStorage"
#<^^^^^^^^^^^^^^^^^ static/old-storage-setting: `STATICFILES_STORAGE` and `STORAGES` are both set.
