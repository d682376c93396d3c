#- config/settings/production.py
from .base import *

DEBUG = False
APPEND_SLASH = 1
EMAIL_PORT = "587"
SESSION_COOKIE_AGE = 60 * 60 * 24.5
DATA_UPLOAD_MAX_MEMORY_SIZE = None
