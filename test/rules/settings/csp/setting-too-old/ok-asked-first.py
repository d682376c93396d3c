#- config/settings/production.py
from .base import *

DEBUG = False
import django

if django.VERSION >= (6, 0):
    SECURE_CSP = {"default-src": ["'self'"]}
