#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGIN_REGEXES = [r"^http://localhost:\d+", r"^http://localhost:.*$", r"^https://example\.org/"]
