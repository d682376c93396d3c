#- config/settings/production.py
from .base import *

DEBUG = False
SEARCH_URL = os.environ["SEARCH_URL"]
