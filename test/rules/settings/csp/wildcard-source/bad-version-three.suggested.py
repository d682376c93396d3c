#- config/settings/production.py
from .base import *

DEBUG = False
del CONTENT_SECURITY_POLICY
CSP_SCRIPT_SRC = ["'self'"]