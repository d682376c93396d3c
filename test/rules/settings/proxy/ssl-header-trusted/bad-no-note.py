#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ proxy/ssl-header-trusted: `SECURE_PROXY_SSL_HEADER` trusts `HTTP_X_FORWARDED_PROTO`, and nothing beside it says which proxy sets it.
