#- config/settings/production.py
from .base import *

DEBUG = False
APPEND_SLASH = False
