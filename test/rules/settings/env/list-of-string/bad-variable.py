#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = os.environ.get("HOSTS", "localhost")
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/list-of-string: `ALLOWED_HOSTS` is the text of `HOSTS`, not a list.
CSRF_TRUSTED_ORIGINS = os.environ.get("ORIGINS", ["https://www.example.org"])
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/list-of-string
