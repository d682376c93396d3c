#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = [host.strip() for host in os.environ["ALLOWED_HOSTS"].split(",")]
CSRF_TRUSTED_ORIGINS = [origin.strip() for origin in os.environ.get("ORIGINS", "https://www.example.org").split(",")]
INTERNAL_IPS = os.environ.get("INTERNAL_IPS", "").split()
