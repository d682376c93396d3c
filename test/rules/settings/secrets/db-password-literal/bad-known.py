#- config/settings/production.py
from .base import *

DEBUG = False
DATABASES["default"]["PASSWORD"] = "postgres"
#                                  ^^^^^^^^^^ secrets/db-password-literal: The password of database `default` of `config.settings.production` is a literal that anyone tries first.
