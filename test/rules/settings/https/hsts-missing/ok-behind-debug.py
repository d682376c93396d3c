#- base: none
#- manage.py
#- site_config/settings.py
import os

DEBUG = os.environ.get('DEBUG') == '1'
SECRET_KEY = os.environ['SECRET_KEY']
SILENCED_SYSTEM_CHECKS = ['security.W003']
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
if not DEBUG:
    SECURE_HSTS_SECONDS = 3600
