#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = [
    "https://*.example.org",
    "http://*.example.org",
#   ^^^^^^^^^^^^^^^^^^^^^^ csrf/trusted-origin-http: `CSRF_TRUSTED_ORIGINS` trusts `http://*.example.org` beside the same host under `https://` in `config.settings.production`.
]
