#- shop/sessions.py
from django.core.signing import JSONSerializer


class PickleFreeSerializer(JSONSerializer):
    pass
#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_SERIALIZER = "shop.sessions.PickleFreeSerializer"
