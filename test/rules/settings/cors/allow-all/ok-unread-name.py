#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==3.4.0
django-csp==4.0
#- config/settings/production.py
from .base import *

DEBUG = False
# Version 3.4 does not know this name yet.
CORS_ALLOW_ALL_ORIGINS = True
