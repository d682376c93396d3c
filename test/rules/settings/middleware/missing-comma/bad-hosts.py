#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = [
    "www.example.org"
#   ^^^^^^^^^^^^^^^^^^> middleware/missing-comma: `www.example.org` and `shop.example.org` are one text: the comma between them is missing.
    "shop.example.org",
    "example.net",
]
