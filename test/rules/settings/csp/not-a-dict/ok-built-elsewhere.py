#- config/settings/production.py
from .base import *

DEBUG = False
from shop.policies import policy

CONTENT_SECURITY_POLICY = policy()
