#- config/settings/production.py
from .base import *

DEBUG = False
AUTHENTICATION_BACKENDS = (
    'django.contrib.auth.backends.ModelBackend'  # Staff.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^> middleware/missing-comma
    'django.contrib.auth.backends.RemoteUserBackend',
)
