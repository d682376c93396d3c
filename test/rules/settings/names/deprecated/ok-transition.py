#- config/settings/production.py
from .base import *

DEBUG = False
FORMS_URLFIELD_ASSUME_HTTPS = True
