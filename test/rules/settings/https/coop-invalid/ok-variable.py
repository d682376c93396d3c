#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_CROSS_ORIGIN_OPENER_POLICY = os.environ.get("COOP", "sameorigin")
