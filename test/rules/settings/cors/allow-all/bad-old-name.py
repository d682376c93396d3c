#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==3.4.0
django-csp==4.0
#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ORIGIN_ALLOW_ALL = True
#                       ^^^^ cors/allow-all: `CORS_ORIGIN_ALLOW_ALL` is on in `config.settings.production`: every site may read the answers.
