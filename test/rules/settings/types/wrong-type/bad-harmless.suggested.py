#- config/settings/production.py
from .base import *

DEBUG = False
USE_TZ = "True"
SECURE_HSTS_SECONDS = "31536000"
# The worse of two faults speaks.
DEBUG = False
