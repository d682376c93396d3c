#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_CROSS_ORIGIN_OPENER_POLICY = 'same-origin-allow-popups'
