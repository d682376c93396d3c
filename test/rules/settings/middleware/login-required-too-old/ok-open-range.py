#- requirements/base.txt
Django>=4.2
#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["django.contrib.auth.middleware.LoginRequiredMiddleware"]
