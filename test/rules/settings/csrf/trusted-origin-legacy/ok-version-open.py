#- requirements/base.txt
Django>=3.2,<5.3
django-cors-headers==4.9.0
django-csp==4.0
djangorestframework==3.18.3
#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["https://www.example.org"]
