#- config/settings/production.py
from .base import *

DEBUG = False
# The proxy sets it anew.
SECURE_PROXY_SSL_HEADER = ('X-Forwarded-Proto', 'https')
#                          ^^^^^^^^^^^^^^^^^^^ proxy/ssl-header-shape: `SECURE_PROXY_SSL_HEADER` names `X-Forwarded-Proto`, which is no key of `request.META`.
