#- config/settings/production.py
from .base import *

DEBUG = False
USE_X_FORWARDED_HOST = False
ALLOWED_HOSTS = ["www.example.org"]
ALLOWED_HOSTS.append("*")
