#- config/settings/production.py
import os

from .base import *

DEBUG = False
USE_X_FORWARDED_HOST = os.environ.get("BEHIND_PROXY") == "1"
