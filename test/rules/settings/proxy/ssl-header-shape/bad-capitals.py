#- config/settings/production.py
from .base import *

DEBUG = False
# The proxy sets it anew.
SECURE_PROXY_SSL_HEADER = ["X_FORWARDED_PROTO", "HTTPS"]
#                          ^^^^^^^^^^^^^^^^^^^ proxy/ssl-header-shape
#                                               ^^^^^^^ proxy/ssl-header-shape
