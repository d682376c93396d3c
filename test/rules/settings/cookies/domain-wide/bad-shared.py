#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_DOMAIN = ".herokuapp.com"
#                       ^^^^^^^^^^^^^^^^ cookies/domain-wide: `SESSION_COOKIE_DOMAIN` is `'.herokuapp.com'`, a domain below which everybody can have a name.
