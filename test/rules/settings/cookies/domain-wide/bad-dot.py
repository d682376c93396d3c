#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_DOMAIN = ".example.org"
#                       ^^^^^^^^^^^^^^ cookies/domain-wide: `SESSION_COOKIE_DOMAIN` is `'.example.org'` in `config.settings.production`, so the session cookie goes to every host below `example.org`.
