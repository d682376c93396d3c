#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, "'unsafe-inline'", *os.environ.get("SCRIPT_SOURCES", "").split()],
    },
}
