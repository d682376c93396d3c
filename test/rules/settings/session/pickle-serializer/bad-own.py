#- requirements/base.txt
Django==4.2.16
#- shop/sessions.py
from django.contrib.sessions.serializers import PickleSerializer


class CartSerializer(PickleSerializer):
    pass
#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_SERIALIZER = "shop.sessions.CartSerializer"
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ session/pickle-serializer: `SESSION_SERIALIZER` is `'shop.sessions.CartSerializer'`, which builds on a serializer that pickles.
