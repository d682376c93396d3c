#- config/settings/development.py
from .base import *

DEBUG = True
CORS_ALLOW_ALL_ORIGINS = True
