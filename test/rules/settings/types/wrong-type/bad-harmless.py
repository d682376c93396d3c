#- config/settings/production.py
from .base import *

DEBUG = False
USE_TZ = "True"
#        ^^^^^^ types/wrong-type: `USE_TZ` is a text, not a boolean.
SECURE_HSTS_SECONDS = "31536000"
#                     ^^^^^^^^^^ types/wrong-type
# The worse of two faults speaks.
DEBUG = "False"
#       ^^^^^^^ settings/debug-true
