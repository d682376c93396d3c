#- config/settings/production.py
from .base import *

DEBUG = False
import os

SESSION_COOKIE_AGE = int(os.environ.get("SESSION_AGE", "86400"))
USE_THOUSAND_SEPARATOR = os.environ.get("SEPARATE", "no") == "yes"
