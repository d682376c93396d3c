#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "sandbox": ["allow-scripts"],
        "report-to": "none",
        "trusted-types": ["self"],
    },
}
