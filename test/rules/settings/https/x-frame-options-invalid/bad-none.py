#- config/settings/production.py
from .base import *

DEBUG = False
X_FRAME_OPTIONS = None
#                 ^^^^ https/x-frame-options-invalid: `X_FRAME_OPTIONS` is `None`, and `XFrameOptionsMiddleware` calls `.upper()` on it.
