#- config/settings/production.py
from decouple import config

from .base import *

DEBUG = config("DEBUG", default=False, cast=bool)
