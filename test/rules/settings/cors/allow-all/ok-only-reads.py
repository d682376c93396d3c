#- config/settings/production.py
from .base import *

DEBUG = False
# Open data: whoever wants may read it.
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
