#- config/settings/production.py
from .base import *

DEBUG = False
# These are signed cookies too, and gone when they are read.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
