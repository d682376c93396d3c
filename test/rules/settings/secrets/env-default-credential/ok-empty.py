#- config/settings/production.py
from .base import *

DEBUG = False
SMS_API_KEY = os.environ.get("SMS_API_KEY", "")
