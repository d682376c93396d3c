#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {"default-src": [SELF, "'report-sample'"], "img-src": ["'self'", "self.example.org", "none.example.org"]},
}
