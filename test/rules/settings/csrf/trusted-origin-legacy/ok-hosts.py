#- requirements/base.txt
Django==3.2.25
#- config/settings/development.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost"]
SECURE_SSL_REDIRECT = False
CSRF_TRUSTED_ORIGINS = []
#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["www.example.org", ".example.net"]
# This Django has none.
del STORAGES
