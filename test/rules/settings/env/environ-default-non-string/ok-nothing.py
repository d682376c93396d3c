#- config/settings/production.py
import os

from .base import *

DEBUG = False
# False stands for none.
SENTRY_DSN = os.environ.get("SENTRY_DSN", False)
EMAIL_PORT = os.environ.get("EMAIL_PORT", 587)
