#- config/settings/production.py
import os

from .base import *

DEBUG = False
SESSION_ENGINE = os.environ["SESSION_ENGINE"]
