#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_ENGINE = 'django.contrib.sessions.backends.db.SessionStore'
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/engine-invalid: `SESSION_ENGINE` is `'django.contrib.sessions.backends.db.SessionStore'`, a class where Django takes a module.
