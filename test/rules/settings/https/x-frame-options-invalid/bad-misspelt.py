#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": [SELF], "base-uri": [NONE], "object-src": [NONE]}}
X_FRAME_OPTIONS = "SAME-ORIGIN"
#                 ^^^^^^^^^^^^^ https/x-frame-options-invalid
