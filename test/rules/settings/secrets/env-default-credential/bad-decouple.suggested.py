#- config/settings/production.py
from decouple import config

from .base import *

DEBUG = False
SMS = {"API_KEY": config("SMS_API_KEY")}
