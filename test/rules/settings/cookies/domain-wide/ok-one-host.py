#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_DOMAIN = "shop.example.org"
CSRF_COOKIE_DOMAIN = "shop.herokuapp.com"
