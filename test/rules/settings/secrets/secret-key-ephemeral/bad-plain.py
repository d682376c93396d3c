#- config/settings/production.py
from django.core.management.utils import get_random_secret_key

from .base import *

DEBUG = False
SECRET_KEY = get_random_secret_key()
#            ^^^^^^^^^^^^^^^^^^^^^^^ secrets/secret-key-ephemeral: `SECRET_KEY` of `config.settings.production` is made anew by `get_random_secret_key()` each time the module is loaded.
