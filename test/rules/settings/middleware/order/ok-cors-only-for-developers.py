#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 31536000
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
if os.environ.get("ENV") == "LOCAL":
    CORS_ALLOWED_ORIGINS = ["http://localhost:3000"]
