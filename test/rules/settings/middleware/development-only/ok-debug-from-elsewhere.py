#- config/settings/production.py
from shop_tools import flag

from .base import *

DEBUG = flag("DEBUG")
if DEBUG:
    MIDDLEWARE = [*MIDDLEWARE, "silk.middleware.SilkyMiddleware"]
