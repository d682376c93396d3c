#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.remove("django.contrib.messages.middleware.MessageMiddleware")
MIDDLEWARE.append("django.contrib.messages.middleware.MessageMiddleware")
