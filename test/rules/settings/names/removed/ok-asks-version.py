#- config/settings/production.py
from .base import *

DEBUG = False
import django

if django.VERSION < (5, 0):
    USE_L10N = False
