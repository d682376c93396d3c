#- config/settings/production.py
import environ

from .base import *

env = environ.Env()
DEBUG = False
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=["https://www.example.org"])
