#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY = os.getenv("SECRET_KEY") or "changeme"
#                                       ^^^^^^^^^^ secrets/secret-key-env-default
