#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ["*"]
try:
    from .site_local import *
except ImportError:
    pass
