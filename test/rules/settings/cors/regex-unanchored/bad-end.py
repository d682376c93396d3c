#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGIN_REGEXES = [
    r"https://.*\.example.org",
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ cors/regex-unanchored: `https://.*\.example.org` has no end: it also fits hosts that end in `example.org.evil.net`.
    "^http://127\.0\.0\.1",
#   ^^^^^^^^^^^^^^^^^^^^^^ cors/regex-unanchored: `^http://127\.0\.0\.1` has no end: it also fits hosts that end in `127.0.0.1.evil.net`.
]
