#- config/settings/production.py
from .base import *

DEBUG = False
# A name without a dot before it cannot be registered, and a label within the own domain belongs to it.
CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://example.org$", r"^https://pr-\d+-app\.vercel\.app$", r"^https://.*app\.example\.org$"]
