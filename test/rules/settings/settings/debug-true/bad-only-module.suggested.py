#- site_config/settings.py
import os

SECRET_KEY = os.environ['SECRET_KEY']
DEBUG = os.environ.get('DJANGO_DEBUG', '').lower() in ('1', 'true', 'yes')
ALLOWED_HOSTS = [part.strip() for part in os.environ['DJANGO_ALLOWED_HOSTS'].split(',') if part.strip()]
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SILENCED_SYSTEM_CHECKS = ['security.W002', 'security.W003']  # an API without pages
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.middleware.common.CommonMiddleware',
]
