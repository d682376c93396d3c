#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 0
# The proxy of the data centre sends it.
SILENCED_SYSTEM_CHECKS = ["security.W004"]
