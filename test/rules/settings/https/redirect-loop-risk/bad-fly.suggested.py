#- config/settings/production.py
from .base import *

DEBUG = False
del SECURE_PROXY_SSL_HEADER
SECURE_SSL_REDIRECT = True
# The proxy has to delete this header from what clients send.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")