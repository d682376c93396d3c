#- base: none
#- manage.py
#- site_config/settings.py
import os

DEBUG = os.environ.get('DEBUG') == '1'
SECRET_KEY = os.environ['SECRET_KEY']
SILENCED_SYSTEM_CHECKS = ['security.W003']  # no page has a form
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
SECURE_SSL_REDIRECT = True
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
if not DEBUG:
    SECURE_HSTS_SECONDS = 31536000
