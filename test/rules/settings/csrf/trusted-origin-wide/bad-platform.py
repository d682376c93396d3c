#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["https://shop.example.org", "https://*.herokuapp.com", "https://*.railway.app"]
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ csrf/trusted-origin-wide: `https://*.herokuapp.com` in `CSRF_TRUSTED_ORIGINS` trusts every site below `herokuapp.com`, where anybody can have one.
#                                                                              ^^^^^^^^^^^^^^^^^^^^^^^ csrf/trusted-origin-wide: `https://*.railway.app` in `CSRF_TRUSTED_ORIGINS` trusts every site below `railway.app`, where anybody can have one.
