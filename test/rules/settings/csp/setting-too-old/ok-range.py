#- requirements/base.txt
Django>=5.2
django-cors-headers==4.9.0
django-csp==4.0
#- config/settings/production.py
from .base import *

DEBUG = False
# What pip installs today reads it.
SECURE_CSP = {"default-src": ["'self'"]}
MIDDLEWARE += ["django.middleware.csp.ContentSecurityPolicyMiddleware"]
CONTENT_SECURITY_POLICY = None
CONTENT_SECURITY_POLICY_REPORT_ONLY = {"DIRECTIVES": {"default-src": ["'self'"]}}
