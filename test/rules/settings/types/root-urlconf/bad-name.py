#- config/settings/production.py
from .base import *

DEBUG = False
WSGI_APPLICATION = "config.wsgi.app"
#                  ^^^^^^^^^^^^^^^^^ types/root-urlconf: `WSGI_APPLICATION` is `'config.wsgi.app'`, a name that its module does not define.
