#- config/settings/production.py
from .base import *

DEBUG = False
WSGI_APPLICATION = "config.wsgi.application"
