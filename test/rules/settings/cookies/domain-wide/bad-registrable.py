#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_COOKIE_DOMAIN = "Example.co.uk"
#                    ^^^^^^^^^^^^^^^ cookies/domain-wide: `CSRF_COOKIE_DOMAIN` is `'Example.co.uk'` in `config.settings.production`, so the CSRF cookie goes to every host below `example.co.uk`.
