#- config/settings/production.py
import os

from .base import *

DEBUG = False
PAGE_SIZE = int(os.environ.get("PAGE_SIZE", "50"))
SHOP_RATE = float(os.getenv("RATE") or 1.5)
SHOP_DEPTH = int(os.environ["DEPTH"])
