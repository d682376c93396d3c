#- config/settings/production.py
import os

from .base import *

DEBUG = False
CSRF_COOKIE_SECURE = os.environ['COOKIE_SECURE'].lower() in ('1', 'true', 'yes', 'on')
