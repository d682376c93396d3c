#- requirements/base.txt
Django==5.2.7
#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["django.contrib.auth.middleware.LoginRequiredMiddleware"]
