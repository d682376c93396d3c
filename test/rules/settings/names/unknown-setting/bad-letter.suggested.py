#- config/settings/production.py
from .base import *

DEBUG = False
LOGOUT_REDIRECT_URL = "/"
