#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_COOKIE_SAMESITE = True
#                      ^^^^ cookies/samesite-invalid: `CSRF_COOKIE_SAMESITE` is `True`.
