#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = os.environ.get("REFERRER_POLICY", "sameorigin")
