#- select: https/hsts-preload
#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_PRELOAD = False
#                     ^^^^^ https/hsts-preload: The HSTS header does not allow preloading: `SECURE_HSTS_PRELOAD` is `False`.
