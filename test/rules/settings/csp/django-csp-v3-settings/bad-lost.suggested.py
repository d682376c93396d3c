#- config/settings/production.py
from .base import *

DEBUG = False
del CONTENT_SECURITY_POLICY

# Who may send what
CONTENT_SECURITY_POLICY_REPORT_ONLY = {
    "EXCLUDE_URL_PREFIXES": ("/admin",),
    "REPORT_PERCENTAGE": 10,
    "DIRECTIVES": {
        "default-src": ("'self'",),
        "img-src": [
            "'self'",
            "https://images.example.org",  # the bucket
        ],
    },
}
LANGUAGE_CODE = "en-gb"
