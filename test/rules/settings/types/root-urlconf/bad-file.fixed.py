#- config/settings/production.py
from .base import *

DEBUG = False
ROOT_URLCONF = 'config.urls'
