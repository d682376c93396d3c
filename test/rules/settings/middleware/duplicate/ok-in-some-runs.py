#- config/settings/production.py
from .base import *

DEBUG = False
if os.environ.get("AGAIN"):
    MIDDLEWARE += ["django.contrib.messages.middleware.MessageMiddleware"]
