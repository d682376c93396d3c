#- config/settings/production.py
from .base import *

DEBUG = False
del SECURE_SSL_REDIRECT

SECURE_SSL_REDIRECT = True
