#- config/settings/production.py
from .base import *

DEBUG = False
del CONTENT_SECURITY_POLICY
CSP_SCRIPT_SRC = ["'self'"]
#<^^^^^^^^^^^^ csp/django-csp-v3-settings: `CSP_SCRIPT_SRC` has no effect: the project installs django-csp 4, which reads `CONTENT_SECURITY_POLICY`.
CSP_INCLUDE_NONCE_IN = ["script-src"]
