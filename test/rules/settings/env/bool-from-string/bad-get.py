#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_SSL_REDIRECT = os.environ.get("SSL_REDIRECT", "False")
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/bool-from-string: `SECURE_SSL_REDIRECT` is the text of `SSL_REDIRECT`, and `'False'` is true.
SESSION_COOKIE_SECURE = os.environ["COOKIE_SECURE"]
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/bool-from-string
CSRF_COOKIE_SECURE = os.environ.get("COOKIE_SECURE", True)
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/bool-from-string
