#- config/settings/production.py
import environ

from .base import *

env = environ.Env()
DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", default="")
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/secret-key-none: `SECRET_KEY` of `config.settings.production` is empty while `SECRET_KEY` is unset.
