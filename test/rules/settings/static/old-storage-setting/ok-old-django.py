#- requirements/base.txt
Django==4.1.13
#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
MIDDLEWARE = []
STATICFILES_STORAGE = "whitenoise.storage.CompressedStaticFilesStorage"
