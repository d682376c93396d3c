#- config/settings/production.py
from .base import *

DEBUG = False
EMAIL_HOST_PASSWORD = os.environ["EMAIL_HOST_PASSWORD"]
