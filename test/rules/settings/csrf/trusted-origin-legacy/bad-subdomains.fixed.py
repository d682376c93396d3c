#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ['www.example.org', '.example.net:8443']
# This Django has none.
del STORAGES
