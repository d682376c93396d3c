#- config/settings/production.py
from .base import *

DEBUG = False
if DEBUG:
    SECURE_SSL_REDIRECT = False
