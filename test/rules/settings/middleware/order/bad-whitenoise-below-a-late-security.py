#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 31536000
SILENCED_SYSTEM_CHECKS = ["security.W003"]  # no page has a form
MIDDLEWARE = [
    "corsheaders.middleware.CorsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/order:whitenoise-late: `WhiteNoiseMiddleware` comes after `CommonMiddleware` in `MIDDLEWARE`.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
