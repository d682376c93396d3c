#- config/settings/production.py
from .base import *
#<^^^^^^^^^^^^^^^^^ https/ssl-redirect-off: Nothing sets `SECURE_SSL_REDIRECT` in `config.settings.production`, so Django answers over plain HTTP too.

DEBUG = False
del SECURE_SSL_REDIRECT
