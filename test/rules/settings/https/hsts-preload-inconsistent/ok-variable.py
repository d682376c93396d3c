#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = int(os.environ.get("HSTS_SECONDS", "60"))
SECURE_HSTS_PRELOAD = True
