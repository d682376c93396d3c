#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ["www.example.org"]
if DEBUG:
    ALLOWED_HOSTS = ["*"]
