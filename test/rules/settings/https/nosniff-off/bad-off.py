#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_CONTENT_TYPE_NOSNIFF = False
#                             ^^^^^ https/nosniff-off: `SECURE_CONTENT_TYPE_NOSNIFF` is `False`, so responses lack `X-Content-Type-Options: nosniff`.
