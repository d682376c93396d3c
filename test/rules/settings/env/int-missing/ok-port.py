#- config/settings/production.py
import os

from .base import *

DEBUG = False
# Sockets take both.
EMAIL_PORT = os.environ.get("EMAIL_PORT", "587")
