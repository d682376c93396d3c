#- config/settings/production.py
from .base import *

DEBUG = False
ROOT_URLCONF = "mezzanine.urls"
WSGI_APPLICATION = "mezzanine.wsgi.application"
