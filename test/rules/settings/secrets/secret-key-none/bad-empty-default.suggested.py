#- config/settings/production.py
import environ

from .base import *

env = environ.Env()
DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
