#- site_config/settings.py
import os

DEBUG = os.environ.get('DEBUG') == '1'
SECRET_KEY = os.environ['SECRET_KEY']
SILENCED_SYSTEM_CHECKS = ['security.W003']
MIDDLEWARE = ['site_config.middleware.Security']
if DEBUG:
    SECURE_HSTS_SECONDS = 60

SECURE_HSTS_SECONDS = 3600
