#- config/settings/production.py
from .base import *

DEBUG = False
FORMS_URLFIELD_ASSUME_HTTPS = False
#<^^^^^^^^^^^^^^^^^^^^^^^^^ names/deprecated: `FORMS_URLFIELD_ASSUME_HTTPS` is deprecated since Django 5.0.
