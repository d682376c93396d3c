#- config/settings/local.py
from .base import *

DEBUG = True
ADMIN_PASSWORD = os.environ.get("ADMIN_PASSWORD", "changeme")
