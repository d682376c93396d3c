#- config/settings/development.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost"]
SILENCED_SYSTEM_CHECKS = ["security.W019"]
