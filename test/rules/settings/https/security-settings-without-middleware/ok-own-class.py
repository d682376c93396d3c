#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.remove("django.middleware.security.SecurityMiddleware")
MIDDLEWARE = ["shed.middleware.SecurityHeaders", *MIDDLEWARE]
