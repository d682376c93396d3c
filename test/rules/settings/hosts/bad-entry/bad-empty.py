#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = [""]
#                ^^ hosts/bad-entry: `ALLOWED_HOSTS` has an empty entry, which no host matches.
