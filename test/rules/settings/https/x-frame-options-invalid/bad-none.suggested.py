#- config/settings/production.py
from .base import *

DEBUG = False
X_FRAME_OPTIONS = "DENY"
