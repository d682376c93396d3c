#- config/settings/base.py
import os

SECRET_KEY = os.environ['DJANGO_SECRET_KEY']
SILENCED_SYSTEM_CHECKS = ['security.W003']  # no page has a form
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_SSL_REDIRECT = True
