#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 0
MIDDLEWARE = ["shop.middleware.HstsForSomeHosts", *MIDDLEWARE]
