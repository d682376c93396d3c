#- config/settings/production.py
from .base import *

DEBUG = False
LANGUAGE_CODE = "de",  # German
#               ^^^^^ types/trailing-comma
SESSION_COOKIE_AGE = 3600 ,
#                    ^^^^^^ types/trailing-comma
