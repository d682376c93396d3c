#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==3.4.0
django-csp==4.0
#- config/settings/production.py
from .base import *

DEBUG = False
# Version 3.4 knows no other names.
CORS_ORIGIN_WHITELIST = ["https://app.example.org"]
CORS_REPLACE_HTTPS_REFERER = True
