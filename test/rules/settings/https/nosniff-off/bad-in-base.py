#- config/settings/headers.py
SECURE_CONTENT_TYPE_NOSNIFF = None
#                             ^^^^ https/nosniff-off
#- config/settings/production.py
from .base import *
from .headers import *

DEBUG = False
