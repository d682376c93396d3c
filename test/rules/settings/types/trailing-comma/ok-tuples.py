#- config/settings/production.py
from .base import *

DEBUG = False
INTERNAL_IPS = "10.0.0.1",
SHOP_CODES = "a",
