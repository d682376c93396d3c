#- config/settings/production.py
import os

from .base import *

def flag(name, default=False):
    return os.getenv(name, str(default)).lower() in ("true", "1", "yes")


DEBUG = flag("DEBUG", default=True)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/debug-default-true: `DEBUG` is on while `DEBUG` is unset.
