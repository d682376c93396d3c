#- config/settings/production.py
from decouple import config
from environs import Env

from .base import *

env = Env()
DEBUG = False
USE_X_FORWARDED_HOST = config("FORWARDED", default="False")
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/bool-from-string
USE_THOUSAND_SEPARATOR = env.str("SEPARATE")
#                        ^^^^^^^^^^^^^^^^^^^ env/bool-from-string
