#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = [host.strip() for host in os.environ.get("HOSTS", "localhost").split(",") if host.strip()]
CSRF_TRUSTED_ORIGINS = [origin.strip() for origin in os.environ.get("ORIGINS", "https://www.example.org").split(",") if origin.strip()]
