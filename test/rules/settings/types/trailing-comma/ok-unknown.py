#- config/settings/production.py
from .base import *

DEBUG = False
from shop.defaults import separators

USE_THOUSAND_SEPARATOR = separators()
THOUSAND_SEPARATOR, NUMBER_GROUPING = ".", 3
