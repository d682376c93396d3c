#- config/settings/production.py
from .base import *

DEBUG = True
#       ^^^^ settings/debug-true: `DEBUG` is `True` in `config.settings.production`.
