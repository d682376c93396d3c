#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ["localhost.example.org", "10.0.0.12"]
