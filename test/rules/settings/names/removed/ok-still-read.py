#- config/settings/production.py
from .base import *

DEBUG = False
USE_L10N = False
#- requirements/base.txt
Django>=3.2,<5.1
