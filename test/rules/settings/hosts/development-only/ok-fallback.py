#- config/settings/production.py
import environ

from .base import *

env = environ.Env()
DEBUG = False
ALLOWED_HOSTS = env.list("HOSTS", default=["localhost"])
