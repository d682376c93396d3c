#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
#- config/settings/production.py
from .base import *
from company_defaults import *

DEBUG = False
