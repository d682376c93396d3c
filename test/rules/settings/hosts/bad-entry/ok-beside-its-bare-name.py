#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = ["shop.example.org", "shop.example.org:8000", "https://shop.example.org"]
