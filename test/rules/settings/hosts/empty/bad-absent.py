#- config/settings/base.py
import environ

env = environ.Env()
SECRET_KEY = env("DJANGO_SECRET_KEY")
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.csrf.CsrfViewMiddleware", "django.middleware.clickjacking.XFrameOptionsMiddleware"]
ROOT_URLCONF = "config.urls"
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
#- config/settings/local.py
from .base import *
#- config/settings/production.py
from .base import *
#<^^^^^^^^^^^^^^^^^ hosts/empty: Nothing sets `ALLOWED_HOSTS` in `config.settings.production`.

DEBUG = False
