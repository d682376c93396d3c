#- config/settings/production.py
from .base import *

DEBUG = False
STATIC_ROOT = "/srv/static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
