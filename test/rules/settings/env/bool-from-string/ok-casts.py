#- config/settings/production.py
from decouple import config
from environ import Env

from .base import *

env = Env()
DEBUG = False
USE_X_FORWARDED_HOST = config("FORWARDED", default=False, cast=bool)
USE_X_FORWARDED_PORT = env.bool("PORTS", False)
# django-environ casts to the type of the default.
USE_THOUSAND_SEPARATOR = env("SEPARATE", default=False)
