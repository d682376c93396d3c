#- config/settings/production.py
from .base import *

DEBUG = False
#- config/settings/development.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost"]
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_HTTPONLY = None
#                         ^^^^ cookies/session-httponly: `SESSION_COOKIE_HTTPONLY` is `None` in `config.settings.development`.
