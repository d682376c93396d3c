#- config/settings/production.py
from .base import *

DEBUG = False
WSGI_APPLICATION = "config.wsgi"
#                  ^^^^^^^^^^^^^ types/root-urlconf: `WSGI_APPLICATION` is `'config.wsgi'`, a module in place of the application in it.
