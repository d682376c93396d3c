#- config/settings/production.py
import os

from .base import *

DEBUG = False
try:
    PAGE_SIZE = int(os.environ.get("PAGE_SIZE"))
except (TypeError, ValueError):
    PAGE_SIZE = 50
