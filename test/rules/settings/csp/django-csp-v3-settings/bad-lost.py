#- config/settings/production.py
from .base import *

DEBUG = False
del CONTENT_SECURITY_POLICY

# Who may send what
CSP_DEFAULT_SRC = ("'self'",)
#<^^^^^^^^^^^^^ csp/django-csp-v3-settings: `CSP_DEFAULT_SRC` has no effect: the project installs django-csp 4, which reads `CONTENT_SECURITY_POLICY`.
CSP_IMG_SRC = [
    "'self'",
    "https://images.example.org",  # the bucket
]
CSP_REPORT_ONLY = True
CSP_REPORT_PERCENTAGE = 0.1
CSP_EXCLUDE_URL_PREFIXES = ("/admin",)
LANGUAGE_CODE = "en-gb"
