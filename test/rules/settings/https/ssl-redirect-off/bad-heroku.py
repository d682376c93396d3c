#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_PROXY_SSL_HEADER = None
SECURE_SSL_REDIRECT = False
#                     ^^^^^ https/ssl-redirect-off: `SECURE_SSL_REDIRECT` is `False` in `config.settings.production`, so Django answers over plain HTTP too.
#- Procfile
web: gunicorn config.wsgi
