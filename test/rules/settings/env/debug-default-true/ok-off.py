#- config/settings/production.py
import environ

from .base import *

env = environ.Env(DEBUG=(bool, False))
DEBUG = env("DEBUG")
