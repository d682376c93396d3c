#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY = ""
#            ^^ secrets/secret-key-none: `SECRET_KEY` of `config.settings.production` is empty.
