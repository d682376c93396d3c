#- config/settings/production.py
from .base import *

DEBUG = False
del SECURE_PROXY_SSL_HEADER
SECURE_SSL_REDIRECT = True
#                     ^^^^ https/redirect-loop-risk
#- deploy/start.sh
exec gunicorn --bind 0.0.0.0:8000 config.wsgi:application
#- fly.toml
[http_service]
  internal_port = 8000
