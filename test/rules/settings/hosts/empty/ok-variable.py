#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = [host for host in os.environ.get("HOSTS", "").split(",") if host]
