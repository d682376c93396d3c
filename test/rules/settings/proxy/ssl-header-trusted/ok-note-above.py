#- config/settings/production.py
from .base import *

DEBUG = False
# nginx overwrites what clients send.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
