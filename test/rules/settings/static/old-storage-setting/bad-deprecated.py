#- requirements/base.txt
Django==4.2.20
#- config/settings/base.py
import os

SECRET_KEY = os.environ['DJANGO_SECRET_KEY']
ALLOWED_HOSTS = ['www.example.org']
SILENCED_SYSTEM_CHECKS = ['security.W001', 'security.W002', "security.W003"]  # an API without pages
MIDDLEWARE = []

# Uploads go to the bucket.
DEFAULT_FILE_STORAGE = 'storages.backends.s3.S3Storage'
#<^^^^^^^^^^^^^^^^^^ static/old-storage-setting: `DEFAULT_FILE_STORAGE` is deprecated in Django 4.2 and gone in 5.1.
MEDIA_URL = '/media/'
STATICFILES_STORAGE = 'whitenoise.storage.CompressedStaticFilesStorage'
#<^^^^^^^^^^^^^^^^^ static/old-storage-setting
STATIC_URL = '/static/'
