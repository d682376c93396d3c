#- requirements/base.txt
Django==6.0.1
django-cors-headers==4.9.0
django-csp==4.0
djangorestframework==3.18.3
#- config/settings/production.py
from .base import *

DEBUG = False
INSTALLED_APPS.remove("csp")
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ csp/middleware-without-setting: `ContentSecurityPolicyMiddleware` runs in `config.settings.production`, but `SECURE_CSP` and `SECURE_CSP_REPORT_ONLY` are empty.
]
CONTENT_SECURITY_POLICY = None
