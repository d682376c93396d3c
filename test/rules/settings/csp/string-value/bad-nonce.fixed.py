#- config/settings/production.py
from .base import *

DEBUG = False
del CONTENT_SECURITY_POLICY
CSP_DEFAULT_SRC = ("'self'",)
CSP_INCLUDE_NONCE_IN = ["script-src"]