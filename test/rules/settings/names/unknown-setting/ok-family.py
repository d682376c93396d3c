#- config/settings/production.py
import os

from .base import *

DEBUG = False
LANGUAGE = "de"
LANGUAGE_NAMES = {"de": "Deutsch"}
LANGUAGE_FLAGS = {"de": "flags/de.svg"}
MEDIA_URL2 = "/more/"
