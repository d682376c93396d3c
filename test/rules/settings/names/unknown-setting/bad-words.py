#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_SAMESITE_COOKIE = "Strict"
#<^^^^^^^^^^^^^^^^^^^^^ names/unknown-setting: Django has no setting `SESSION_SAMESITE_COOKIE`, and nothing else reads it; `SESSION_COOKIE_SAMESITE` is not set.
CSRF_COOKIE_SAMESIET = "Strict"
#<^^^^^^^^^^^^^^^^^^ names/unknown-setting
