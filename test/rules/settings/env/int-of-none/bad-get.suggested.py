#- config/settings/production.py
import os

from .base import *

DEBUG = False
PAGE_SIZE = int(os.environ["PAGE_SIZE"])
SHOP = {"rate": float(os.environ["RATE"])}
