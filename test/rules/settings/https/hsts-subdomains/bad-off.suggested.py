#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_PRELOAD = False
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
