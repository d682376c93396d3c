#- config/settings/production.py
from .base import *

DEBUG = False
from csp.constants import NONCE

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE, "'unsafe-eval'"],
        "img-src": [SELF, NONCE],
    },
}
