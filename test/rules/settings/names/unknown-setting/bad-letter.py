#- config/settings/production.py
from .base import *

DEBUG = False
LOGOUT_REDIRECT_ULR = "/"
#<^^^^^^^^^^^^^^^^^ names/unknown-setting: Django has no setting `LOGOUT_REDIRECT_ULR`, and nothing else reads it; `LOGOUT_REDIRECT_URL` is not set.
