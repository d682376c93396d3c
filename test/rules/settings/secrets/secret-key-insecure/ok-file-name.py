#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY_FILE = "/run/secrets/django_secret_key"
