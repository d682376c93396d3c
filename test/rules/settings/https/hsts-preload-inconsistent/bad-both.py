#- config/settings/production.py
from .base import *

DEBUG = False
del SECURE_HSTS_INCLUDE_SUBDOMAINS
SECURE_HSTS_SECONDS = 60 * 60
SECURE_HSTS_PRELOAD = True
#                     ^^^^ https/hsts-preload-inconsistent: `SECURE_HSTS_PRELOAD` is on, but `SECURE_HSTS_SECONDS` is 3600, less than a year, and `SECURE_HSTS_INCLUDE_SUBDOMAINS` is not.
