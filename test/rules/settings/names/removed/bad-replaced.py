#- config/settings/production.py
from .base import *

DEBUG = False
PASSWORD_RESET_TIMEOUT_DAYS = 3
#<^^^^^^^^^^^^^^^^^^^^^^^^^ names/removed
DEFAULT_HASHING_ALGORITHM = "sha1"
#<^^^^^^^^^^^^^^^^^^^^^^^ names/removed
