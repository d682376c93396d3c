#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = os.environ["HOSTS"].split(",")
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/list-split-spaces: `ALLOWED_HOSTS` keeps the blanks that stand around the commas of `HOSTS`.
