#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==4.9.0
djangorestframework==3.18.3
#- config/settings/production.py
from .base import *

DEBUG = False
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
    "company.headers.PolicyHeader",
]
# Without django-csp in the requirements this is the project's own setting.
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": [SELF]}}
