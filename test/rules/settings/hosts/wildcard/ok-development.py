#- config/settings/local.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["*"]
