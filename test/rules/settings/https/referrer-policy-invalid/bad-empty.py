#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = ""
#                        ^^ https/referrer-policy-invalid: `SECURE_REFERRER_POLICY` is empty.
