#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = "www.example.org"
#               ^^^^^^^^^^^^^^^^^ env/list-of-string: `ALLOWED_HOSTS` is one text, not a list.
INTERNAL_IPS = ("10.0.0.1")
#               ^^^^^^^^^^ env/list-of-string
CSRF_TRUSTED_ORIGINS = "https://a.example.org, https://b.example.org"
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/list-of-string
