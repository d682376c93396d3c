#- config/settings/production.py
import os

from .base import *

DEBUG = False
SILENCED_SYSTEM_CHECKS = os.environ.get("SILENCED", "security.W019").split(",")
