#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/pickle-serializer: `SESSION_SERIALIZER` is `'django.contrib.sessions.serializers.PickleSerializer'`, and Django 5.2 has no such class.
