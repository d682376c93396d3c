#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = os.environ["HOSTS"].split()
CSRF_TRUSTED_ORIGINS = os.environ["ORIGINS"].split(", ")
