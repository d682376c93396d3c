#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ["*"]
#                ^^^ hosts/wildcard: `ALLOWED_HOSTS` of `config.settings.production` has `'*'`, which lets every host in.
