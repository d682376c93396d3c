#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ["localhost"]
if "HOST" in os.environ:
    ALLOWED_HOSTS.append(os.environ["HOST"])
