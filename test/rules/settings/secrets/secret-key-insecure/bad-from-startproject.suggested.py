#- config/settings/base.py
import os

SECRET_KEY = os.environ['DJANGO_SECRET_KEY']
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
SECURE_HSTS_SECONDS = 31536000
