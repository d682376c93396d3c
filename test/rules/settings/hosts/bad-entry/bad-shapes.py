#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = [
    "www.example.org",
    "https://example.org",
#   ^^^^^^^^^^^^^^^^^^^^^ hosts/bad-entry: `ALLOWED_HOSTS` entry `https://example.org` has a scheme, so it can never match.
    'example.net:8000',
#   ^^^^^^^^^^^^^^^^^^ hosts/bad-entry: `ALLOWED_HOSTS` entry `example.net:8000` has a port, so it can never match.
    "*.example.com",
#   ^^^^^^^^^^^^^^^ hosts/bad-entry: `ALLOWED_HOSTS` entry `*.example.com` can never match: Django knows `*` only alone.
    " shop.example.org",
#   ^^^^^^^^^^^^^^^^^^^ hosts/bad-entry: `ALLOWED_HOSTS` entry ` shop.example.org` has a blank, so it can never match.
    "10.0.0.0/8",
#   ^^^^^^^^^^^^ hosts/bad-entry: `ALLOWED_HOSTS` entry `10.0.0.0/8` has a slash, so it can never match.
]
