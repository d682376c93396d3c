#- config/settings/production.py
from .base import *

DEBUG = False
STATIC_COMPRESSION = "whitenoise"
