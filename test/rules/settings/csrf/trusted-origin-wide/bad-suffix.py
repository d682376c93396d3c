#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["https://*.co.uk"]
#                       ^^^^^^^^^^^^^^^^^ csrf/trusted-origin-wide: `https://*.co.uk` in `CSRF_TRUSTED_ORIGINS` trusts every site below `co.uk`, where anybody can have one.
