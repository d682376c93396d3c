#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_AGE = int(os.environ.get("SESSION_AGE", "86400"))
DATA_UPLOAD_MAX_MEMORY_SIZE = int(os.environ.get("UPLOAD", "5000000"))
