#- shop/middleware.py
def timing(get_response):
    return get_response
#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["shop.middleware.timing"]
