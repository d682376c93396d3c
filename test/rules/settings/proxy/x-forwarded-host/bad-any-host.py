#- config/settings/production.py
from .base import *

DEBUG = False
USE_X_FORWARDED_HOST = True
#                      ^^^^ proxy/x-forwarded-host: `USE_X_FORWARDED_HOST` is on in `config.settings.production`, and `ALLOWED_HOSTS` lets every name pass.
ALLOWED_HOSTS = ["*"]
#                ^^^ hosts/wildcard
