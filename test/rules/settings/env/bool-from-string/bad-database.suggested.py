#- config/settings/production.py
import os

from .base import *

DEBUG = False
DATABASES["default"]["ATOMIC_REQUESTS"] = os.environ.get("ATOMIC", "true").lower() in ("1", "true", "yes", "on")
