#- config/settings/base.py
ROOT_URLCONF = "config.urls"
ALLOWED_HOSTS = ["www.example.org"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
#- config/settings/local.py
from .base import *
#- config/settings/production.py
import json
from pathlib import Path

from .base import *

DEBUG = False
globals().update(json.loads(Path("/run/secrets/settings.json").read_text()))
