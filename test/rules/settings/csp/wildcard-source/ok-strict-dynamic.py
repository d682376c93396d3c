#- config/settings/production.py
from .base import *

DEBUG = False
from csp.constants import NONCE, STRICT_DYNAMIC

# Old browsers read `https:`, new ones pass over it.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {"default-src": ["https:"], "script-src": [NONCE, STRICT_DYNAMIC, "https:"], "object-src": [NONE]},
}
