#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["self", 'none'],
#                       ^^^^^^ csp/keyword-unquoted: `self` in `default-src` of `CONTENT_SECURITY_POLICY` stands without quotes.
#                               ^^^^^^ csp/keyword-unquoted: `none` in `default-src` of `CONTENT_SECURITY_POLICY` stands without quotes.
        "img-src": "self https://images.example.org",
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ csp/keyword-unquoted: `self` in `img-src` of `CONTENT_SECURITY_POLICY` stands without quotes.
    },
}
