#- requirements/base.txt
Django==4.1.13
#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
ALLOWED_HOSTS = ["www.example.org"]
SILENCED_SYSTEM_CHECKS = ["security.W001", "security.W002", "security.W003"]  # an API without pages
MIDDLEWARE = []
STATICFILES_STORAGE = "whitenoise.storage.CompressedStaticFilesStorage"
