#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ORIGIN_ALLOW_ALL = False
