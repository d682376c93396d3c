#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_SSL_REDIRECT = True  # The proxy speaks http.
SECURE_HSTS_SECONDS = 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
ROOT_URLCONF = "config.urls"
