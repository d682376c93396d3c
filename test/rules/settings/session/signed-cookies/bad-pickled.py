#- requirements/base.txt
Django==4.2.16
#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/signed-cookies: `SESSION_ENGINE` keeps the session in a signed cookie in `config.settings.production`, and pickles it.
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/pickle-serializer: `SESSION_SERIALIZER` is `'django.contrib.sessions.serializers.PickleSerializer'`, and the session is kept in a cookie.
