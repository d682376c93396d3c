#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY = ""
with open("/run/secrets/key") as key:
    SECRET_KEY = key.read().strip()
