#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["www.example.org", "https://shop.example.org"]
#                       ^^^^^^^^^^^^^^^^^ csrf/trusted-origin-scheme: `www.example.org` in `CSRF_TRUSTED_ORIGINS` has no scheme.
