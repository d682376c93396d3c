#- config/settings/production.py
from .base import *

DEBUG = False
SHOP_IS_OPEN = "False"
SHOP_AGE = "18"
