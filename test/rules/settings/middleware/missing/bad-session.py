#- config/settings/production.py
from .base import *

DEBUG = False
STATUS_VIEW = None
MIDDLEWARE = [
#<^^^^^^^^ middleware/missing:session: `MIDDLEWARE` of `config.settings.production` has `AuthenticationMiddleware` without `SessionMiddleware`.
    "corsheaders.middleware.CorsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
