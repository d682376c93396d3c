#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOW_ALL_ORIGINS = os.environ["CORS_ALLOW_ALL"] == "1"
CORS_ALLOW_CREDENTIALS = True
