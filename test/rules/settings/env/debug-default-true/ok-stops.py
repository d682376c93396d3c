#- config/settings/production.py
import os

from .base import *

environment = os.environ.get("ENVIRONMENT", "production")
DEBUG = os.environ.get("DEBUG", "True") == "True"
if environment == "production" and os.environ.get("DEBUG", "True") == "True":
    raise RuntimeError("DEBUG is on in production")
