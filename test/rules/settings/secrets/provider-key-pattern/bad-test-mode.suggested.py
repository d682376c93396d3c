#- config/settings/local.py
from .base import *

DEBUG = True
STRIPE_KEY = os.environ["STRIPE_KEY"]
