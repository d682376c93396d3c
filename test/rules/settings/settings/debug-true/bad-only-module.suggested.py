#- site_config/settings.py
import os

SECRET_KEY = os.environ['SECRET_KEY']
DEBUG = os.environ.get('DJANGO_DEBUG', '').lower() in ('1', 'true', 'yes')
ALLOWED_HOSTS = []
SILENCED_SYSTEM_CHECKS = ['security.W003']
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.middleware.common.CommonMiddleware',
]

SECURE_HSTS_SECONDS = 3600
