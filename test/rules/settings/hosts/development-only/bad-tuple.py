#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ("bookshop.local", "[::1]")
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hosts/development-only
