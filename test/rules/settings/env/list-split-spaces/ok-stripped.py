#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = [host.strip() for host in os.environ["HOSTS"].split(",")]
CSRF_TRUSTED_ORIGINS = list(map(str.strip, os.environ["ORIGINS"].split(",")))
CORS_ALLOWED_ORIGINS = os.environ["CORS"].replace(" ", "").split(",")
