#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["django.contrib.sites.middleware.CurrentSiteMiddleware"]
