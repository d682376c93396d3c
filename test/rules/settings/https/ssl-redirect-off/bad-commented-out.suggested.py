#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_PROXY_SSL_HEADER = None
# SECURE_SSL_REDIRECT = True
SECURE_SSL_REDIRECT = True