#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {"default-src": [SELF], "img-src": ["*", "data:"], "font-src": ["https:"], "script-src": ["*.example.org"]},
}
