#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY = "change-me-before-you-put-this-shop-on-the-internet!"
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/secret-key-insecure: `SECRET_KEY` of `config.settings.production` is a placeholder of 51 characters.
