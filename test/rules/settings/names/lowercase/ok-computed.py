#- config/settings/production.py
from .base import *

DEBUG = False
session_cookie_samesite = "Strict"
SESSION_COOKIE_SAMESITE = session_cookie_samesite
login_url = "/login/"
SHOP_PAGES = [login_url, "/cart/"]
