#- config/settings/production.py
import os

from .base import *

DEBUG = os.environ.get("DJANGO_DEBUG", "True") == "True"
#                                      ^^^^^^ env/debug-default-true: `DEBUG` is on while `DJANGO_DEBUG` is unset.
