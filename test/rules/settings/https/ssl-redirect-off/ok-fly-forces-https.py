#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_SSL_REDIRECT = False
#- fly.toml
[http_service]
  internal_port = 8000
  force_https = true
