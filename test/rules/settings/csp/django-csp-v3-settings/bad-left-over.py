#- config/settings/production.py
from .base import *

DEBUG = False
CSP_IMG_SRC = ("'self'",)
#<^^^^^^^^^ csp/django-csp-v3-settings: `CSP_IMG_SRC` is left over from django-csp 3 beside `CONTENT_SECURITY_POLICY`.
