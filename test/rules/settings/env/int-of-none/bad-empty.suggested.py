#- config/settings/production.py
import os

from .base import *

DEBUG = False
EMAIL_PORT = int(os.environ['EMAIL_PORT'])
