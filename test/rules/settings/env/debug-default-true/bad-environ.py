#- config/settings/production.py
import environ

from .base import *

env = environ.Env()
DEBUG = env.bool('DEBUG', True)
#                         ^^^^ env/debug-default-true
