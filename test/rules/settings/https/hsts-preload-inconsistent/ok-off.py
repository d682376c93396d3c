#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 20_000_000
SECURE_HSTS_PRELOAD = False
