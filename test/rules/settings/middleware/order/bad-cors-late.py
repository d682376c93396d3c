#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "corsheaders.middleware.CorsMiddleware",
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/order:cors-before-common
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
