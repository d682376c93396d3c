#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_CONTENT_TYPE_NOSNIFF = True
