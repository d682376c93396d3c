#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://app.example\.org$"]
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors/regex-unanchored: A bare dot in `^https://app.example\.org$` stands for any character: it also fits `appxexample.org`.
