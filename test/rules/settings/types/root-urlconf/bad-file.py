#- config/settings/production.py
from .base import *

DEBUG = False
ROOT_URLCONF = 'config/urls.py'
#              ^^^^^^^^^^^^^^^^ types/root-urlconf: `ROOT_URLCONF` is `'config/urls.py'`, a path of the file system.
