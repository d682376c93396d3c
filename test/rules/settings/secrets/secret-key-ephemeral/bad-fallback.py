#- config/settings/production.py
import secrets

from .base import *

DEBUG = False
SECRET_KEY = os.environ.get("SECRET_KEY", secrets.token_urlsafe(50))
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/secret-key-ephemeral: `SECRET_KEY` of `config.settings.production` is made anew by `token_urlsafe()` while `SECRET_KEY` is unset.
