#- config/settings/production.py
from .base import *

DEBUG = False
# The balancer marks all cookies as secure.
SESSION_COOKIE_SECURE = False
SILENCED_SYSTEM_CHECKS = ["security.W012"]  # no page has a form
