#- config/settings/production.py
import os

from .base import *

DEBUG = False
# An own setting may well hold an empty text.
SHOP_COUNTRIES = os.environ.get("COUNTRIES", "").split(",")
