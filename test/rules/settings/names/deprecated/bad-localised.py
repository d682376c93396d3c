#- config/settings/production.py
from .base import *

DEBUG = False
USE_L10N = False
#<^^^^^^ names/deprecated: `USE_L10N` is deprecated since Django 4.0.
#- requirements/base.txt
Django==4.2.20
