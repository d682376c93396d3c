#- config/settings/base.py
import os

SECRET_KEY = os.environ['DJANGO_SECRET_KEY']
SILENCED_SYSTEM_CHECKS = ["security.W003"]  # no page has a form
MIDDLEWARE = []

# Uploads go to the bucket.
STORAGES = {
    'default': {'BACKEND': 'storages.backends.s3.S3Storage'},
    'staticfiles': {'BACKEND': 'whitenoise.storage.CompressedStaticFilesStorage'},
}
MEDIA_URL = '/media/'
STATIC_URL = '/static/'
