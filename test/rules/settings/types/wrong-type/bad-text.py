#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_AGE = "86400"
#                    ^^^^^^^ types/wrong-type: `SESSION_COOKIE_AGE` is a text, not a number.
SESSION_EXPIRE_AT_BROWSER_CLOSE = "False"
#                                 ^^^^^^^ types/wrong-type: `SESSION_EXPIRE_AT_BROWSER_CLOSE` is a text, not a boolean.
DATABASES["default"]["CONN_MAX_AGE"] = '60'
#                                      ^^^^ types/wrong-type: `DATABASES['default']['CONN_MAX_AGE']` is a text, not a number.
