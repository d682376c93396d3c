#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["django.middleware.csp.ContentSecurityPolicyMiddleware"]
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/unknown-path
