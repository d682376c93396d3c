#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGIN_REGEXES = [
    r"https://\w+\.example\.org\Z",
    r"^https://(?:[a-z0-9-]+\.)*example\.org(?::\d+)?$",
    r"^https://(app|www)\.example\.org$",
]
