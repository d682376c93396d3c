#- base: none
#- manage.py
#- site_config/settings.py
import os
#<^^^^^^^ https/hsts-missing

DEBUG = os.environ.get('DEBUG') == '1'
SECRET_KEY = os.environ['SECRET_KEY']
ALLOWED_HOSTS = ['www.example.org']
SILENCED_SYSTEM_CHECKS = ['security.W002', 'security.W003']  # an API without pages
MIDDLEWARE = ['site_config.middleware.Security']
SECURE_SSL_REDIRECT = True
if DEBUG:
    SECURE_HSTS_SECONDS = 60
#- site_config/middleware.py
from django.middleware import security


class Security(security.SecurityMiddleware):
    pass
