#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
