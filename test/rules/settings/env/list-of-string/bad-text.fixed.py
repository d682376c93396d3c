#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = ["www.example.org"]
INTERNAL_IPS = ("10.0.0.1",)
CSRF_TRUSTED_ORIGINS = "https://a.example.org, https://b.example.org"
