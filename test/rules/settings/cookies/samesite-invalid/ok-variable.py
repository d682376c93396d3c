#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_COOKIE_SAMESITE = os.environ["SAMESITE"]
