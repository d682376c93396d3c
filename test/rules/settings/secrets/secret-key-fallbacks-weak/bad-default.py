#- config/settings/production.py
import environ

from .base import *

env = environ.Env()
DEBUG = False
SECRET_KEY_FALLBACKS = env.list("OLD_KEYS", default=["summer-key"])
#                                                    ^^^^^^^^^^^^ secrets/secret-key-fallbacks-weak: `SECRET_KEY_FALLBACKS` of `config.settings.production` holds a literal of 10 characters while `OLD_KEYS` is unset.
