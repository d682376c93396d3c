#- config/settings/production.py
from .base import *

DEBUG = False
SILENCED_SYSTEM_CHECKS = [
    # The load balancer answers http with a redirect.
    "security.W008",
]
