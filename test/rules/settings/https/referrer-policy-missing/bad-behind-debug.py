#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = "same-origin" if DEBUG else None
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https/referrer-policy-missing
