#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["shop_tools.middleware.Timing", "csp.middleware.CSPMiddlewareOfTomorrow"]
