#- config/settings/base.py
SECRET_KEY = "django-insecure-only-for-developers"
ALLOWED_HOSTS = ["www.example.org"]
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W003"]  # an API without pages
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_SSL_REDIRECT = True
#- config/settings/production.py
from pathlib import Path

from .base import *

DEBUG = False
SECRET_KEY = Path("/run/secrets/key").read_text().strip()
