#- config/settings/production.py
from .base import *

DEBUG = False
# SECURE_SSL_REDIRECT is left to the balancer of the data centre.
SECURE_SSL_REDIRECT = False
