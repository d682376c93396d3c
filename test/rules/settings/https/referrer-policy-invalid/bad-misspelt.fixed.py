#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = 'same-origin'
