#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = 'sameorigin'
#                        ^^^^^^^^^^^^ https/referrer-policy-invalid: `SECURE_REFERRER_POLICY` has `sameorigin`, which is no policy.
