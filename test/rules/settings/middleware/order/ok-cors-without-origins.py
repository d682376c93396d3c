#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
# No setting names an origin, so CorsMiddleware adds no header wherever it stands.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "corsheaders.middleware.CorsMiddleware",
]
SECURE_HSTS_SECONDS = 31536000
#- config/settings/production.py
from .base import *

DEBUG = False
ROOT_URLCONF = "config.urls"
