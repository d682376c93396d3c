#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": [SELF], "base-uri": [NONE], "object-src": [NONE]}}
X_FRAME_OPTIONS = 'ALLOWALL'
#                 ^^^^^^^^^^ https/x-frame-options-invalid: `X_FRAME_OPTIONS` is `'ALLOWALL'`, which browsers pass over.
