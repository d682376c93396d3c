#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_CONTENT_TYPE_NOSNIFF = os.environ.get("NOSNIFF", "0") == "1"
