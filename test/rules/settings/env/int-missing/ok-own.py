#- config/settings/production.py
import os

from .base import *

DEBUG = False
SHOP_PAGE_SIZE = os.environ.get("PAGE_SIZE", "50")
SESSION_COOKIE_AGE = int(os.environ.get("SESSION_AGE", "86400")) * 60
