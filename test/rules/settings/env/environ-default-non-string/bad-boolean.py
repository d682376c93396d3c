#- config/settings/production.py
import os

from .base import *

DEBUG = False
SHOP_IS_OPEN = os.environ.get('OPEN', True)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/environ-default-non-string: `SHOP_IS_OPEN` is a boolean while `OPEN` is unset, and text when it is set.
