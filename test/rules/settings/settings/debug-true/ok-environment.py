#- config/settings/production.py
import os

from .base import *

DEBUG = os.environ["DJANGO_DEBUG"] == "True"
