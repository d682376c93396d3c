#- config/settings/production.py
import os

from .base import *

DEBUG = False
if os.environ.get("ALLOWED_HOSTS"):
    ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "").split(",")
origins = os.environ.get("ORIGINS")
CSRF_TRUSTED_ORIGINS = origins.split(",") if origins else []
