#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
SECURE_HSTS_SECONDS = 0
