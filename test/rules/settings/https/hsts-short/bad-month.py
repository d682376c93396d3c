#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_PRELOAD = False
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 30
#                     ^^^^^^^^^^^^^^^^^ https/hsts-short: `SECURE_HSTS_SECONDS` is 2592000, 30 days.
