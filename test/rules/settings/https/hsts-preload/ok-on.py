#- select: https/hsts-preload
#- config/settings/production.py
from .base import *

DEBUG = False
