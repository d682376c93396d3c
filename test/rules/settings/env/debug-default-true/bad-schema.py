#- config/settings/production.py
import environ

from .base import *

env = environ.Env(DEBUG=(bool, True))
DEBUG = env("DEBUG")
#       ^^^^^^^^^^^^ env/debug-default-true
