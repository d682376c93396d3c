#- config/settings/production.py
from .base import *

DEBUG = False
del SECURE_HSTS_PRELOAD
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_PRELOAD = True
