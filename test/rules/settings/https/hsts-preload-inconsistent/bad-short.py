#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 3600
SECURE_HSTS_PRELOAD = True
#                     ^^^^ https/hsts-preload-inconsistent: `SECURE_HSTS_PRELOAD` is on, but `SECURE_HSTS_SECONDS` is 3600, less than a year.
