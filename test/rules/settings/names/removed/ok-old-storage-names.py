#- config/settings/production.py
from .base import *

DEBUG = False
SHOP_USE_L10N = False
USE_THOUSAND_SEPARATOR = True
