#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_PRELOAD = False
SECURE_HSTS_SECONDS = 3600
#                     ^^^^ https/hsts-short: `SECURE_HSTS_SECONDS` is 3600, 1 hour: the value of a first try.
