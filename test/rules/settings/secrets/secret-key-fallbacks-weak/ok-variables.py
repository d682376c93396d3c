#- config/settings/production.py
import environ

from .base import *

env = environ.Env()
DEBUG = False
SECRET_KEY_FALLBACKS = env.list("OLD_KEYS", default=[])
