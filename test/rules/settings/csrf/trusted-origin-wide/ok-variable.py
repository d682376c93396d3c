#- config/settings/production.py
import os

from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = [f"https://*.{os.environ['DOMAIN']}"]
