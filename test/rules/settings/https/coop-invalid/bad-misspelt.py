#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_CROSS_ORIGIN_OPENER_POLICY = 'sameorigin'
#                                   ^^^^^^^^^^^^ https/coop-invalid: `SECURE_CROSS_ORIGIN_OPENER_POLICY` is `'sameorigin'`, which is no policy.
