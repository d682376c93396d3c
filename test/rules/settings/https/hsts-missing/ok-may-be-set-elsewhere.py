#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
SILENCED_SYSTEM_CHECKS = ["security.W003"]  # no page has a form
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
#- config/settings/production.py
from .base import *
from company_defaults import *

DEBUG = False
