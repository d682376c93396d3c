#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY_REPORT_ONLY = {"DIRECTIVES": {"default-src": ["*"]}}
