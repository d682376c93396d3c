#- select: https/hsts-preload
#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_HSTS_PRELOAD = os.environ.get("HSTS_PRELOAD") == "1"
