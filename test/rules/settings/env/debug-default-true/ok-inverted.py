#- config/settings/production.py
import os

from .base import *

# Off while nothing is set.
DEBUG = os.environ.get("PRODUCTION", "True") != "True"
