#- config/settings/production.py
from .base import *

DEBUG = False
# The proxy sets it anew.
SECURE_PROXY_SSL_HEADER = True
#                         ^^^^ proxy/ssl-header-shape: `SECURE_PROXY_SSL_HEADER` is `True`, and Django takes it apart into a name and a value.
