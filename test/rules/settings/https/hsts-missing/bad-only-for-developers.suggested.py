#- site_config/settings.py
import os

DEBUG = os.environ.get('DEBUG') == '1'
SECRET_KEY = os.environ['SECRET_KEY']
SILENCED_SYSTEM_CHECKS = ['security.W003']  # no page has a form
MIDDLEWARE = ['site_config.middleware.Security']
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
if DEBUG:
    SECURE_HSTS_SECONDS = 60