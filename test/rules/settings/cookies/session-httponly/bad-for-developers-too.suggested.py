#- config/settings/development.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost"]
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_HTTPONLY = True
