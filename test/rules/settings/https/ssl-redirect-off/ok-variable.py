#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_SSL_REDIRECT = os.environ.get("SSL_REDIRECT", "0") == "1"
