#- config/settings/production.py
from .base import *

DEBUG = False
del SECURE_HSTS_INCLUDE_SUBDOMAINS
SECURE_HSTS_PRELOAD = False
SECURE_HSTS_SECONDS = 31536000
#                     ^^^^^^^^ https/hsts-subdomains: The HSTS header leaves out subdomains: nothing sets `SECURE_HSTS_INCLUDE_SUBDOMAINS`.
