#- config/settings/production.py
from .base import *

DEBUG = False
DATABASES["default"].update(PASSWORD="Wq92-kd83-shelf", HOST="db.example.org")
#                                    ^^^^^^^^^^^^^^^^^ secrets/db-password-literal: The password of database `default` of `config.settings.production` is a literal of 15 characters.
