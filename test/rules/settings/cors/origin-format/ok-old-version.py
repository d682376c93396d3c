#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==2.5.3
django-csp==4.0
#- config/settings/production.py
from .base import *

DEBUG = False
# Version 2 compares hosts without their scheme.
del CORS_ALLOWED_ORIGINS
CORS_ORIGIN_WHITELIST = ("www.example.org", "localhost:3000")
