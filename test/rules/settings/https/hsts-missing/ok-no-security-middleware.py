#- config/settings/production.py
from .base import *

DEBUG = False
SILENCED_SYSTEM_CHECKS = ["security.W003"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
SECURE_HSTS_SECONDS = 0
