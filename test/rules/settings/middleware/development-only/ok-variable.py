#- config/settings/production.py
from .base import *

DEBUG = False
if os.environ.get("PROFILE"):
    MIDDLEWARE += ["silk.middleware.SilkyMiddleware"]
