#- config/settings/production.py
from .base import *

DEBUG = False
ADMIN_PASSWORD = os.environ.get("ADMIN_PASSWORD", "changeme")
#                                                 ^^^^^^^^^^ secrets/env-default-credential: `ADMIN_PASSWORD` of `config.settings.production` falls back to a literal of 8 characters while `ADMIN_PASSWORD` is unset.
