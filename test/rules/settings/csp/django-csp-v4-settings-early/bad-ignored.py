#- requirements/base.txt
Django>=5.2,<5.3
django-cors-headers==4.9.0
django-csp==3.8
#- config/settings/production.py
from .base import *

DEBUG = False
del CONTENT_SECURITY_POLICY
CONTENT_SECURITY_POLICY_REPORT_ONLY = {"DIRECTIVES": {"default-src": ["'self'"]}}
#<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ csp/django-csp-v4-settings-early: `CONTENT_SECURITY_POLICY_REPORT_ONLY` has no effect: the project installs a version of django-csp before 4.0.
#- config/settings/development.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
del CONTENT_SECURITY_POLICY
