#- config/settings/production.py
import os

from .base import *

DEBUG = False
MIDDLEWARE = os.environ["MIDDLEWARE"].split(",")
X_FRAME_OPTIONS = None
