#- config/settings/production.py
from .base import *

DEBUG = os.environ.get("DJANGO_DEBUG", "") == "1"
CORS_ALLOW_ALL_ORIGINS = DEBUG
