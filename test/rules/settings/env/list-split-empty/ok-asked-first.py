#- config/settings/production.py
import os

from .base import *

DEBUG = False
if os.environ.get("ALLOWED_HOSTS"):
    ALLOWED_HOSTS = [host.strip() for host in os.environ.get("ALLOWED_HOSTS", "").split(",")]
origins = os.environ.get("ORIGINS")
CSRF_TRUSTED_ORIGINS = [origin.strip() for origin in origins.split(",")] if origins else []
