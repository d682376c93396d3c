#- config/settings/production.py
from .base import *

DEBUG = False
ROOT_URLCONF = "config.url"
#              ^^^^^^^^^^^^ types/root-urlconf: `ROOT_URLCONF` is `'config.url'`, a module that the project does not have.
