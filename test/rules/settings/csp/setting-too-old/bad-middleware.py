#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["django.middleware.csp.ContentSecurityPolicyMiddleware"]
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/unknown-path
SECURE_CSP_REPORT_ONLY = {"default-src": ["'self'"]}
#<^^^^^^^^^^^^^^^^^^^^ csp/setting-too-old: `SECURE_CSP_REPORT_ONLY` has no effect: the project runs Django 5.2, and 6.0 is the first to read it.
