#- config/settings/production.py
from environ import Env

from .base import *

env = Env()
DEBUG = False
DATABASES['default']['CONN_MAX_AGE'] = env.int('CONN_MAX_AGE', default=60)
EMAIL_TIMEOUT = env.int('EMAIL_TIMEOUT')
