#- config/settings/production.py
from .base import *

DEBUG = False
# Read by nothing of the library.
CSP_ENABLED = True
CSP_EXTRA_HOSTS = ["https://cdn.example.org"]
