#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==4.9.0
#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": ["'self'"]}}
