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
CSRF_TRUSTED_ORIGINS = ['www.example.org', 'https://*.example.net:8443/']
#                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ csrf/trusted-origin-legacy: `https://*.example.net:8443/` in `CSRF_TRUSTED_ORIGINS` has a scheme, and the project runs Django 3.2.
# This Django has none.
del STORAGES
