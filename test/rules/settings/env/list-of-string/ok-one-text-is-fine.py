#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = "same-origin"
FORMAT_MODULE_PATH = "config.formats"
SHOP_COUNTRIES = "de"
