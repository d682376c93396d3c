#- select: https/hsts-preload
#- config/settings/production.py
from .base import *

DEBUG = False
del SECURE_HSTS_PRELOAD
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
#                                ^^^^^ https/hsts-subdomains
SECURE_HSTS_SECONDS = 20_000_000
#                     ^^^^^^^^^^ https/hsts-preload: The HSTS header does not allow preloading: nothing sets `SECURE_HSTS_PRELOAD`.
