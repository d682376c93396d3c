#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGIN_REGEXES = [
    r"^https://\w+\.example\.org$",
    r"^https?://.*$",
#   ^^^^^^^^^^^^^^^^ cors/allow-all: `^https?://.*$` in `CORS_ALLOWED_ORIGIN_REGEXES` fits every origin: every site may read the answers.
]
