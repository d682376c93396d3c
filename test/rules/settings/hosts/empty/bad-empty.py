#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = []
#               ^^ hosts/empty: `ALLOWED_HOSTS` of `config.settings.production` has no host.
