#- config/settings/production.py
from .base import *

DEBUG = False
from csp.constants import NONCE

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, "'unsafe-inline'", "'unsafe-eval'"],
#                            ^^^^^^^^^^^^^^^^^ csp/unsafe-inline: `script-src` of `CONTENT_SECURITY_POLICY` has `'unsafe-inline'` in `config.settings.production`.
#                                               ^^^^^^^^^^^^^^^ csp/unsafe-inline: `script-src` of `CONTENT_SECURITY_POLICY` has `'unsafe-eval'` in `config.settings.production`.
        "img-src": [SELF, NONCE],
    },
}
