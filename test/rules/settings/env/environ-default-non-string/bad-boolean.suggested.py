#- config/settings/production.py
import os

from .base import *

DEBUG = False
SHOP_IS_OPEN = os.environ.get('OPEN', 'True').lower() in ('1', 'true', 'yes', 'on')
