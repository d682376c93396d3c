#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = [h for h in os.environ.get("ALLOWED_HOSTS", "").split(",") if h]
CSRF_TRUSTED_ORIGINS = list(filter(None, os.environ.get("ORIGINS", "").split(",")))
