#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_SSL_REDIRECT = False
MIDDLEWARE = [*MIDDLEWARE, "shed.middleware.SslRedirect"]
