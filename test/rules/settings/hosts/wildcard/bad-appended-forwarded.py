#- config/settings/production.py
from .base import *

DEBUG = False
USE_X_FORWARDED_HOST = True
#                      ^^^^ proxy/x-forwarded-host
ALLOWED_HOSTS = ["www.example.org"]
ALLOWED_HOSTS.append("*")
#                    ^^^ hosts/wildcard: `ALLOWED_HOSTS` of `config.settings.production` has `'*'`, which lets every host in.
