#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["www.example.org", "shop.example.org"]
# This Django has none.
del STORAGES
