#- config/settings/production.py
from .base import *

DEBUG = False
# nginx answers only for the names of the site.
ALLOWED_HOSTS = ["*"]
#                ^^^ hosts/wildcard
