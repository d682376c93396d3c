#- config/settings/production.py
from .base import *

DEBUG = True
#       ^^^^ settings/debug-true
ALLOWED_HOSTS = []
#               ^^ hosts/empty: `ALLOWED_HOSTS` of `config.settings.production` has no host.
