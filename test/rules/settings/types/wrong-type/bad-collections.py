#- config/settings/production.py
from .base import *

DEBUG = False
INTERNAL_IPS = False
#              ^^^^^ types/wrong-type: `INTERNAL_IPS` is a boolean, not a list.
LOCALE_PATHS = None
#              ^^^^ types/wrong-type: `LOCALE_PATHS` is `None`, not a list.
CACHES = []
#        ^^ types/wrong-type: `CACHES` is a list, not a dict.
LANGUAGE_CODE = ["de"]
#               ^^^^^^ types/wrong-type: `LANGUAGE_CODE` is a list, not a text.
