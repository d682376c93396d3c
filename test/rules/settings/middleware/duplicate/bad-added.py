#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.append("django.contrib.messages.middleware.MessageMiddleware")
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/duplicate
