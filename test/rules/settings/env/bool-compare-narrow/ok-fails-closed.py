#- config/settings/production.py
import os

from .base import *

DEBUG = False
DEBUG = os.environ.get("DEBUG") == "True"
USE_THOUSAND_SEPARATOR = os.environ.get("SEPARATE") == "True"
