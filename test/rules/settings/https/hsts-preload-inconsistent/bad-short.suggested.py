#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_PRELOAD = True
