#- config/settings/production.py
from .base import *

DEBUG = False
EMAIL_HOST_USER = "shop"
SIGNED_COOKIE_LEGACY_SALT_FALLBACK = True
