#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 0
MIDDLEWARE = ["shed.middleware.HstsForSomeHosts", *MIDDLEWARE]
