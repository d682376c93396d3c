#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "").split(",")
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/list-split-empty: `ALLOWED_HOSTS` becomes `['']` when the variable is unset.
