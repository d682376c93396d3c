#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware", "csp.middleware.CSPMiddleware", "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware", "django.contrib.messages.middleware.MessageMiddleware", "django.middleware.clickjacking.XFrameOptionsMiddleware"]
if os.environ.get("ALLOW_CORS"):
    MIDDLEWARE.insert(0, "corsheaders.middleware.CorsMiddleware")
