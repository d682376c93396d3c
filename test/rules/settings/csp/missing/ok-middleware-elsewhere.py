#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.remove("csp.middleware.CSPMiddleware")
MIDDLEWARE += os.environ.get("EXTRA_MIDDLEWARE", "").split(",")
CONTENT_SECURITY_POLICY = None
