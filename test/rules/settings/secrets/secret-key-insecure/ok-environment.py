#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECRET_KEY = os.environ.get("SECRET_KEY", "django-insecure-only-a-fallback")
