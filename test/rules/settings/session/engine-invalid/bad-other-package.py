#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_ENGINE = "django.core.sessions.cached-db"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/engine-invalid: `SESSION_ENGINE` is `'django.core.sessions.cached-db'`, a module that Django does not have.
