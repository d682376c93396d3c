#- config/settings/production.py
from .base import *

DEBUG = False
import os

ROOT_URLCONF = os.environ.get("URLCONF", "config.urls")
WSGI_APPLICATION = None
