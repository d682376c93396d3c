#- config/settings/production.py
import os

from .base import *

DEBUG = False
SHOP_COUNTRIES = os.environ["COUNTRIES"].split(",")
