#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = False,
#                                 ^^^^^^ types/trailing-comma: `SESSION_EXPIRE_AT_BROWSER_CLOSE` is a tuple: a comma stands behind its value.
