#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ["localhost", "www.example.org"]
