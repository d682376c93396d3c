#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
ALLOWED_HOSTS = ["www.example.org"]
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W003"]  # an API without pages
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
]
#- config/settings/production.py
from .base import *
#<^^^^^^^^^^^^^^^^^ https/hsts-missing: Nothing sets `SECURE_HSTS_SECONDS` in `config.settings.production`, so Django sends no HSTS header.

DEBUG = False
SECURE_SSL_REDIRECT = True  # The proxy speaks http.
ROOT_URLCONF = "config.urls"
