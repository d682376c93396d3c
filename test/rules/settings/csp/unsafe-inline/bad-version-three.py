#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==4.9.0
django-csp==3.8
#- config/settings/production.py
from .base import *

DEBUG = False
del CONTENT_SECURITY_POLICY
CSP_DEFAULT_SRC = ("'none'",)
CSP_SCRIPT_SRC = ("'self'", "'unsafe-inline'")
#                           ^^^^^^^^^^^^^^^^^ csp/unsafe-inline: `script-src` of `CSP_…` has `'unsafe-inline'` in `config.settings.production`.
CSP_STYLE_SRC = ("'self'", "'unsafe-inline'")
#                          ^^^^^^^^^^^^^^^^^ csp/unsafe-inline: `style-src` of `CSP_…` has `'unsafe-inline'` in `config.settings.production`.
#- config/settings/development.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
del CONTENT_SECURITY_POLICY
