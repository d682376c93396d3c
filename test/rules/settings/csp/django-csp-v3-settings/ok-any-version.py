#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==4.9.0
django-csp>=3.7
#- config/settings/production.py
from .base import *

DEBUG = False
# Which version is installed cannot be told.
CSP_DEFAULT_SRC = ("'self'",)
