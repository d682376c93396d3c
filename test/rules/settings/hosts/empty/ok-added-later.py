#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = []
ALLOWED_HOSTS += ["www.example.org"]
