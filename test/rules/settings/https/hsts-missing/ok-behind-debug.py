#- base: none
#- manage.py
#- site_config/settings.py
import os

DEBUG = os.environ.get('DEBUG') == '1'
SECRET_KEY = os.environ['SECRET_KEY']
ALLOWED_HOSTS = ['www.example.org']
SILENCED_SYSTEM_CHECKS = ['security.W002', 'security.W003']  # an API without pages
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
SECURE_SSL_REDIRECT = True
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
if not DEBUG:
    SECURE_HSTS_SECONDS = 31536000
