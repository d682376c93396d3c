#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'", "'none'"],
        "img-src": "self https://images.example.org",
    },
}
