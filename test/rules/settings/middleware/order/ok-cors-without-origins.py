#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 31536000
CORS_ALLOW_CREDENTIALS = True
CORS_ALLOWED_ORIGINS = []
SILENCED_SYSTEM_CHECKS = ["security.W003"]  # no page has a form
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
