#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["http://partner.example.net"]
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ csrf/trusted-origin-http: `CSRF_TRUSTED_ORIGINS` trusts `http://partner.example.net`, which is not encrypted, in `config.settings.production`.
