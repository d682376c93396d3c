#- config/settings/production.py
import os

from .base import *

DEBUG = False
PAGE_SIZE = int(os.environ.get("PAGE_SIZE"))
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/int-of-none: `int()` gets `None` while `PAGE_SIZE` is unset.
SHOP = {"rate": float(os.getenv("RATE"))}
#               ^^^^^^^^^^^^^^^^^^^^^^^^ env/int-of-none: `float()` gets `None` while `RATE` is unset.
