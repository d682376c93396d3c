#- config/settings/local.py
from .base import *

DEBUG = True
SMS_API_KEY = "b81fa77c20e94d6fa3c65d0b"
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/hardcoded-credential
