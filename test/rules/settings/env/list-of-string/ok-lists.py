#- config/settings/production.py
from environ import Env

from .base import *

env = Env(HOSTS=(list, []))
DEBUG = False
ALLOWED_HOSTS = env("HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("ORIGINS", default=[])
INTERNAL_IPS = ("10.0.0.1",)
