#- config/settings/production.py
from .base import *

DEBUG = False
session_cookie_samesite = "Strict"
#<^^^^^^^^^^^^^^^^^^^^^ names/lowercase: `session_cookie_samesite` is no setting: Django reads `SESSION_COOKIE_SAMESITE`, which is not set.
