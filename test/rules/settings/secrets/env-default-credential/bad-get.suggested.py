#- config/settings/production.py
from .base import *

DEBUG = False
ADMIN_PASSWORD = os.environ["ADMIN_PASSWORD"]
