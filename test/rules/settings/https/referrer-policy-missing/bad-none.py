#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = None
#                        ^^^^ https/referrer-policy-missing: `SECURE_REFERRER_POLICY` is `None` in `config.settings.production`, so Django sends no `Referrer-Policy`.
