#- config/settings/production.py
import os

from .base import *

DEBUG = False
SHOP_WORKERS = int(os.environ.get("SHOP_WORKERS", "4"))
SHOP_COUNTRIES = [item.strip() for item in os.getenv("COUNTRIES", "de,fr").split(",") if item.strip()]
