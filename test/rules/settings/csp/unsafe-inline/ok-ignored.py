#- config/settings/production.py
from .base import *

DEBUG = False
from csp.constants import NONCE

# Browsers that know nonces pass over it, old ones need it.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF, "'unsafe-inline'", "'unsafe-eval'"],
        "script-src": [NONCE, "'unsafe-inline'"],
        "style-src": ["'sha256-4Su6mBWzEIFnH4pAGMOuaeBrstwJN4Z3pq/s1Kn4/KQ='", "'unsafe-inline'"],
    },
}
