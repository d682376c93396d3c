#- config/settings/production.py
import os

from .base import *

DEBUG = False
USE_X_FORWARDED_HOST = os.getenv('FORWARDED', 'False').lower() in ('1', 'true', 'yes', 'on')
CORS_ALLOW_CREDENTIALS = os.getenv('CORS_CREDENTIALS', '').lower() in ('1', 'true', 'yes', 'on')
