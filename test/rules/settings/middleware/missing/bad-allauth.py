#- requirements/base.txt
Django==5.2.7
django-allauth==65.3.0
#- config/settings/production.py
from .base import *

DEBUG = False
INSTALLED_APPS += ["allauth", "allauth.account"]
MIDDLEWARE = [
#<^^^^^^^^ middleware/missing:allauth: `MIDDLEWARE` of `config.settings.production` lacks `AccountMiddleware`, which `allauth.account` asks for.
    "corsheaders.middleware.CorsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
