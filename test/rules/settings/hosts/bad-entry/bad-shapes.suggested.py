#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = [
    "www.example.org",
    "example.org",
    'example.net',
    ".example.com",
    "shop.example.org",
    "10.0.0.0/8",
]
