#- config/settings/production.py
import sys

from .base import *

DEBUG = False
DEFAULT_KEY = "<make a key>"
SECRET_KEY = os.environ.get("SECRET_KEY", DEFAULT_KEY)
if not DEBUG and SECRET_KEY == DEFAULT_KEY:
    sys.exit("Set SECRET_KEY.")
