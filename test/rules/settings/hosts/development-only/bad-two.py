#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^ hosts/development-only: `ALLOWED_HOSTS` of `config.settings.production` lists only names of this machine: `localhost`, `127.0.0.1`.
