#- config/settings/production.py
from decouple import config
from environ import Env

from .base import *

env = Env()
DEBUG = False
SESSION_COOKIE_AGE = env.int("SESSION_AGE", 86400)
EMAIL_TIMEOUT = config("EMAIL_TIMEOUT", default="10", cast=int)
# django-environ casts to the type of the default.
DATA_UPLOAD_MAX_MEMORY_SIZE = env("UPLOAD", default=5000000)
