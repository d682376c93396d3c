#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = (
    'https://*.example.org',
    'https://*.example.net:8443',
    'http://localhost:8000',
)
