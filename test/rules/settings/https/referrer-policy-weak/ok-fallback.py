#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = "no-referrer-when-downgrade, strict-origin-when-cross-origin"
