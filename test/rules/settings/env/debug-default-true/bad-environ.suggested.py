#- config/settings/production.py
import environ

from .base import *

env = environ.Env()
DEBUG = env.bool('DEBUG', False)
