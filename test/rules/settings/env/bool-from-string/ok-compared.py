#- config/settings/production.py
import os

from .base import *

DEBUG = False
USE_X_FORWARDED_HOST = os.environ.get("FORWARDED", "false").lower() in ("1", "true")
USE_X_FORWARDED_PORT = bool(int(os.environ.get("PORTS", "0")))
# Set and empty, or not set at all: that is asked for on purpose.
PREPEND_WWW = bool(os.environ.get("CANONICAL_HOST"))
