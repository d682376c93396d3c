#- config/settings/production.py
from decouple import config

from .base import *

DEBUG = False
INTERNAL_IPS = config("INTERNAL_IPS", default="", cast=lambda v: [address.strip() for address in v.split(",") if address.strip()])
