#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = ["default-src 'self'"]
#                         ^^^^^^^^^^^^^^^^^^^^^^ csp/not-a-dict: `CONTENT_SECURITY_POLICY` is no dict.
