#- config/settings/production.py
import os

from .base import *

DEBUG = False
import distutils.util

USE_X_FORWARDED_HOST = os.environ.get("FORWARDED", "false")
if isinstance(USE_X_FORWARDED_HOST, str):
    USE_X_FORWARDED_HOST = distutils.util.strtobool(USE_X_FORWARDED_HOST)
SHOP_IS_OPEN = os.environ.get("OPEN", "no")
