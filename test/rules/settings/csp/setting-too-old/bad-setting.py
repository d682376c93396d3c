#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_CSP = {"default-src": ["'self'"]}
#<^^^^^^^^ csp/setting-too-old: `SECURE_CSP` has no effect: the project runs Django 5.2, and 6.0 is the first to read it.
