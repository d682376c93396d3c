#- config/settings/production.py
from django.core.exceptions import ImproperlyConfigured

from .base import *

DEBUG = False
SECRET_KEY = "replace-this-key"
if SECRET_KEY == "replace-this-key":
    raise ImproperlyConfigured("Set a key of your own in local.py")
