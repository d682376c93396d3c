#- config/settings/production.py
from .base import *

DEBUG = False
INTERNAL_IPS = False
LOCALE_PATHS = []
CACHES = []
LANGUAGE_CODE = ["de"]
