#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOW_ALL_ORIGINS = os.environ.get("CORS_ALLOW_ALL") == "1"
