#- requirements/base.txt
Django==4.2.16
#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/pickle-serializer: `SESSION_SERIALIZER` is `'django.contrib.sessions.serializers.PickleSerializer'`, which unpickles what the session store holds.
