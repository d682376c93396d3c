#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE = [
#<^^^^^^^^ csrf/middleware-missing: `MIDDLEWARE` has no `CsrfViewMiddleware` in `config.settings.production`.
    "corsheaders.middleware.CorsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
