#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = []
from .site_local import *
