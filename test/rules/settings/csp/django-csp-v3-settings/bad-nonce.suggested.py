#- config/settings/production.py
from .base import *
from csp.constants import NONCE

DEBUG = False
del CONTENT_SECURITY_POLICY
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "script-src": ["'self'", NONCE],
    },
}
