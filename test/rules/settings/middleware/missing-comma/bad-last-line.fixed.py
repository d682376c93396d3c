#- config/settings/production.py
from .base import *

DEBUG = False
AUTHENTICATION_BACKENDS = (
    'django.contrib.auth.backends.ModelBackend',  # Staff.
    'django.contrib.auth.backends.RemoteUserBackend',
)
