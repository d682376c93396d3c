#- config/settings/production.py
from .base import *

DEBUG = False
# The proxy sets it anew.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
