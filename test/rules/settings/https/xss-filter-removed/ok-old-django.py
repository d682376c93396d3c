#- requirements/base.txt
Django==3.2.25
#- config/settings/development.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost"]
CSRF_TRUSTED_ORIGINS = ["www.example.org"]
#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["www.example.org"]
SECURE_BROWSER_XSS_FILTER = True
# This Django has none.
del STORAGES
