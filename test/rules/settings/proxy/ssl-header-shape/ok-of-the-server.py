#- config/settings/production.py
from .base import *

DEBUG = False
# The proxy sets it anew.
SECURE_PROXY_SSL_HEADER = ("wsgi.url_scheme", "https")
