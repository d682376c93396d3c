#- config/settings/production.py
from .base import *

DEBUG = False
ASGI_APPLICATION = "config.asgi.application"
MIDDLEWARE += ["shed.middleware.Timing"]
