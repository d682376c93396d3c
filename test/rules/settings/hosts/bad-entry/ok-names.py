#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ["WWW.Example.ORG", ".example.org", "[2001:db8::1]", "10.0.0.12", "shop_2.example.org"]
