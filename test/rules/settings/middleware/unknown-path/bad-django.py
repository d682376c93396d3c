#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["django.contrib.sites.CurrentSiteMiddleware"]
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/unknown-path: Django has no `django.contrib.sites.CurrentSiteMiddleware` in the version that the project asks for.
