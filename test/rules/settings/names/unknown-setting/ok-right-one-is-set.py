#- config/settings/production.py
import os

from .base import *

DEBUG = False
# What the setting is computed from.
SECURE_REDIRECT_EXEMPTS = r"^health/$"
SECURE_REDIRECT_EXEMPT = [SECURE_REDIRECT_EXEMPTS]
