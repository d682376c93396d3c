#- config/settings/production.py
import os

from .base import *

DEBUG = os.getenv("DEBUG") != "False"
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/debug-default-true
