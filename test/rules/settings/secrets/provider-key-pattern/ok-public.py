#- config/settings/production.py
from .base import *

DEBUG = False
STRIPE_PUBLISHABLE_KEY = "pk_live_4fK9sLq27XbVtR8mNwYc3HdP"
