#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY = os.environ.get("SECRET_KEY", "django-insecure-for-everybody")
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/secret-key-env-default: `SECRET_KEY` of `config.settings.production` falls back to a literal of 29 characters while `SECRET_KEY` is unset.
