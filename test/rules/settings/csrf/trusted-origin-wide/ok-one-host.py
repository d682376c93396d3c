#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["https://shop.herokuapp.com", "https://*.shop.herokuapp.com"]
