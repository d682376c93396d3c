#- config/settings/production.py
import os

from .base import *

DEBUG = False
SHOP_WORKERS = int(os.environ.get("SHOP_WORKERS", 4))
SHOP_COLOUR = os.environ.get("COLOUR", "red")
SHOP_NOTE = os.environ.get("NOTE", None)
