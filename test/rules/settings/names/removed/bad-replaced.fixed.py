#- config/settings/production.py
from .base import *

DEBUG = False
PASSWORD_RESET_TIMEOUT_DAYS = 3
