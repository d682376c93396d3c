#- config/settings/production.py
import os

from .base import *

if os.environ.get("SITE") == "workstation":
    DEBUG = True
else:
    DEBUG = False
