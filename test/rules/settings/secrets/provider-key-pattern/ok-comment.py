#- config/settings/production.py
from .base import *

DEBUG = False
"""Keys look like sk_live_4fK9sLq27XbVtR8mNwYc3HdP and are read from the environment."""
STRIPE_KEY = os.environ["STRIPE_KEY"]
