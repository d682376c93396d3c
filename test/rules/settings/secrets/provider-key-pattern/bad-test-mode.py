#- config/settings/local.py
from .base import *

DEBUG = True
STRIPE_KEY = "sk_test_4fK9sLq27XbVtR8mNwYc3HdP"
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/provider-key-pattern
