#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = int(os.environ.get("HSTS_SECONDS", "0"))
