#- config/settings/production.py
from .base import *

DEBUG = "False"
#       ^^^^^^^ settings/debug-true: `DEBUG` is `'False'` in `config.settings.production`.
