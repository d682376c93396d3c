#- config/settings/production.py
from .base import *

DEBUG = False
PAYMENT = {"key": "sk_live_4fK9sLq27XbVtR8mNwYc3HdP"}
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/provider-key-pattern: A literal of `config.settings.production` has the form of a Stripe live key.
