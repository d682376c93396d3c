#- base: none
#- manage.py
import os

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_config.settings')
#- site_config/settings.py
import os
#<^^^^^^^ https/hsts-missing

SECRET_KEY = os.environ['SECRET_KEY']
DEBUG = True
#       ^^^^ settings/debug-true: `DEBUG` is `True` in `site_config.settings`.
ALLOWED_HOSTS = []
#               ^^ hosts/empty
SECURE_SSL_REDIRECT = True
SILENCED_SYSTEM_CHECKS = ['security.W002', 'security.W003']  # an API without pages
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.middleware.common.CommonMiddleware',
]
