#- config/settings/production.py
from .base import *

DEBUG = False
SILENCED_SYSTEM_CHECKS = ["security.W019"]
#                         ^^^^^^^^^^^^^^^ https/silenced-security-checks: `security.W019` is silenced: `check --deploy` does not say when `X_FRAME_OPTIONS` is not `DENY`.
