#- config/settings/production.py
import os

from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = [o.strip() for o in os.environ.get('ORIGINS', 'https://www.example.org').split(',') if o.strip()]
