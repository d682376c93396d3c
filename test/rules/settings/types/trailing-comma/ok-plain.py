#- config/settings/production.py
from .base import *

DEBUG = False
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = ("Europe/Berlin")
