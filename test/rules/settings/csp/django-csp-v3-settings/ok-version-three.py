#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==4.9.0
django-csp==3.8
#- config/settings/production.py
from .base import *

DEBUG = False
del CONTENT_SECURITY_POLICY
CSP_DEFAULT_SRC = ("'self'",)
#- config/settings/development.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
del CONTENT_SECURITY_POLICY
