#- config/settings/production.py
from .base import *

DEBUG = False
SENTRY_TOKEN = os.environ.get("SENTRY_TOKEN")
