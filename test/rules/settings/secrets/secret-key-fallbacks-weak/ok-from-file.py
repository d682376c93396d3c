#- config/settings/production.py
from .base import *

DEBUG = False
with open("/run/secrets/old_key") as old:
    SECRET_KEY_FALLBACKS = [old.read().strip()]
