#- config/settings/base.py
import os

SECRET_KEY = os.environ['DJANGO_SECRET_KEY']
ALLOWED_HOSTS = ['www.example.org']
SILENCED_SYSTEM_CHECKS = ['security.W001', 'security.W002', "security.W003"]  # an API without pages
MIDDLEWARE = []

# Uploads go to the bucket.
STORAGES = {
    'default': {'BACKEND': 'storages.backends.s3.S3Storage'},
    'staticfiles': {'BACKEND': 'whitenoise.storage.CompressedStaticFilesStorage'},
}
MEDIA_URL = '/media/'
STATIC_URL = '/static/'
