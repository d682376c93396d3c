#- config/settings/production.py
import os

from .base import *

DEBUG = os.environ.get("DJANGO_DEBUG", "False") == "True"
