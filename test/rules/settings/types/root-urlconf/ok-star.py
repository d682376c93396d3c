#- config/settings/production.py
from .base import *

DEBUG = False
WSGI_APPLICATION = "config.server.application"
#- config/server.py
from config.wsgi import *
