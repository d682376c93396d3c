#- config/settings/production.py
from .base import *

DEBUG = False
from company import APPS

INSTALLED_APPS = [*INSTALLED_APPS, *APPS]
SECURE_CROSS_ORIGIN_OPENER_POLICY = None
