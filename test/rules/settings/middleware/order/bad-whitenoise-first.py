#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/order:whitenoise-after-security
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
]
