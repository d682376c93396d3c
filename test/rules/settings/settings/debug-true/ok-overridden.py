#- config/settings/production.py
from .base import *

DEBUG = True
DEBUG = False
#- config/settings/development.py
from .base import *

DEBUG = True
SECURE_HSTS_SECONDS = 0
