#- config/settings/production.py
from .base import *

DEBUG = False
CORS_REPLACE_HTTPS_REFERER = True
#<^^^^^^^^^^^^^^^^^^^^^^^^ cors/old-names: django-cors-headers 4.0 and later refuse `CORS_REPLACE_HTTPS_REFERER`.
CORS_MODEL = "shop.Site"
#<^^^^^^^^ cors/old-names: django-cors-headers 3.0 and later refuse `CORS_MODEL`.
