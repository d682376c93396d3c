#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==3.4.0
django-csp==4.0
#- config/settings/production.py
from .base import *

DEBUG = False
del CORS_ALLOWED_ORIGINS
CORS_ORIGIN_WHITELIST = ("https://www.example.org", "example.org")
#                                                   ^^^^^^^^^^^^^ cors/origin-format: `example.org` in `CORS_ORIGIN_WHITELIST` has no scheme or no host.
