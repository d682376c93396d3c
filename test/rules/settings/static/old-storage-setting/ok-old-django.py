#- requirements/base.txt
Django==4.1.13
#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
SILENCED_SYSTEM_CHECKS = ["security.W003"]  # no page has a form
MIDDLEWARE = []
STATICFILES_STORAGE = "whitenoise.storage.CompressedStaticFilesStorage"
