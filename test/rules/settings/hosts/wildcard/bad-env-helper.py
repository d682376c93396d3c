#- config/settings/production.py
import environ

from .base import *

env = environ.Env()
DEBUG = False
ALLOWED_HOSTS = env.list("HOSTS", default=["*"])
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hosts/wildcard: `ALLOWED_HOSTS` of `config.settings.production` falls back to `'*'` while `HOSTS` is unset.
