#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = os.getenv("DJANGO_ALLOWED_HOSTS", "*").split(",")
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hosts/wildcard: `ALLOWED_HOSTS` of `config.settings.production` falls back to `'*'` while `DJANGO_ALLOWED_HOSTS` is unset.
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/list-split-spaces
