#- config/settings/production.py
from .base import *

DEBUG = False
EMAIL_HOST_PASSWORD = "your-password"
SMS_API_KEY = "changeme"
MAPS_API_KEY = ""
