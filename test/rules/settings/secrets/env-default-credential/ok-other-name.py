#- config/settings/production.py
from .base import *

DEBUG = False
TOKEN_HEADER = os.environ.get("TOKEN_HEADER", "X-Shop-Token")
TOKEN_MODEL = os.environ.get("TOKEN_MODEL", "shop.Token")
