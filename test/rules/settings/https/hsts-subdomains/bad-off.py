#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_PRELOAD = False
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
#                                ^^^^^ https/hsts-subdomains: The HSTS header leaves out subdomains: `SECURE_HSTS_INCLUDE_SUBDOMAINS` is `False`.
