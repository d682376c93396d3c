#- config/settings/production.py
from .base import *

DEBUG = False
INSTALLED_APPS = [*INSTALLED_APPS, "social_django"]
SECURE_CROSS_ORIGIN_OPENER_POLICY = None
