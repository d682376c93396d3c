#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_DOMAIN = ".shop.localhost"
CSRF_COOKIE_DOMAIN = "192.168.0.7"
