#- config/settings/production.py
from .base import *
#<^^^^^^^^^^^^^^^^^ csp/missing

DEBUG = False
MIDDLEWARE = [
#<^^^^^^^^ middleware/missing:xframe: `MIDDLEWARE` of `config.settings.production` lacks `XFrameOptionsMiddleware`.
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
CONTENT_SECURITY_POLICY = None
