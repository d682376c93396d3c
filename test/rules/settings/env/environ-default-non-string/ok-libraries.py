#- config/settings/production.py
from decouple import config
from environ import Env

from .base import *

env = Env()
DEBUG = False
SHOP_WORKERS = env("SHOP_WORKERS", default=4)
SHOP_DEPTH = config("DEPTH", default=3, cast=int)
