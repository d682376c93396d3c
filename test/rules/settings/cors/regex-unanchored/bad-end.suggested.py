#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGIN_REGEXES = [
    r"https://.*\.example\.org$",
    r"^http://127\.0\.0\.1$",
]
