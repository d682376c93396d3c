#- config/settings/production.py
from decouple import config

from .base import *

DEBUG = False
SECRET_KEY = config('SECRET_KEY', default='a-key-of-no-use')
#                                         ^^^^^^^^^^^^^^^^^ secrets/secret-key-env-default
