#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = "unsafe-url"
#                        ^^^^^^^^^^^^ https/referrer-policy-weak: `SECURE_REFERRER_POLICY` is `unsafe-url`.
