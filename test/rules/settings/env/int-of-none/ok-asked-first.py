#- config/settings/production.py
import os

from .base import *

DEBUG = False
if os.environ.get("PAGE_SIZE"):
    PAGE_SIZE = int(os.environ.get("PAGE_SIZE"))
SHOP_DEPTH = int(os.environ.get("DEPTH")) if "DEPTH" in os.environ else 3
