#- config/settings/production.py
import os

from .base import *

DEBUG = False
SHOP_WORKERS = os.environ.get("SHOP_WORKERS", 4)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/environ-default-non-string: `SHOP_WORKERS` is a number while `SHOP_WORKERS` is unset, and text when it is set.
SHOP_COUNTRIES = os.getenv("COUNTRIES", ["de", "fr"])
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/environ-default-non-string
