#- config/settings/local.py
from .base import *

DEBUG = True
SMS_API_KEY = os.environ["SMS_API_KEY"]
