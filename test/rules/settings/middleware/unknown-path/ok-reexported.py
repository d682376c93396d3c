#- shop/middleware.py
from shop_tools.middleware import *
#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["shop.middleware.Timing"]
