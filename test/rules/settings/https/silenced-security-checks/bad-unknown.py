#- config/settings/production.py
from .base import *

DEBUG = False
SILENCED_SYSTEM_CHECKS = [
    "fields.W342",
    "security.W119",
#   ^^^^^^^^^^^^^^^ https/silenced-security-checks: `SILENCED_SYSTEM_CHECKS` has `security.W119`, and no release of Django has such a check.
    "4_0.E001",
#   ^^^^^^^^^^ https/silenced-security-checks
]
