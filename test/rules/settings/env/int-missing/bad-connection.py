#- config/settings/production.py
from environ import Env

from .base import *

env = Env()
DEBUG = False
DATABASES['default']['CONN_MAX_AGE'] = env('CONN_MAX_AGE', default='60')
#                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/int-missing: `DATABASES['default']['CONN_MAX_AGE']` is the text of `CONN_MAX_AGE`, not a number.
EMAIL_TIMEOUT = env.str('EMAIL_TIMEOUT')
#               ^^^^^^^^^^^^^^^^^^^^^^^^ env/int-missing
