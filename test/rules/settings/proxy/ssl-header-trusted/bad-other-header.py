#- config/settings/production.py
from .base import *

DEBUG = False

SECURE_PROXY_SSL_HEADER = (
#                         ^> proxy/ssl-header-trusted
    'HTTP_CLOUDFRONT_FORWARDED_PROTO',
    'https',
)
