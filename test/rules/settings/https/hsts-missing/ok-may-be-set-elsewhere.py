#- config/settings/base.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
ALLOWED_HOSTS = ["www.example.org"]
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W003"]  # an API without pages
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
#- config/settings/production.py
from .base import *
from company_defaults import *

DEBUG = False
