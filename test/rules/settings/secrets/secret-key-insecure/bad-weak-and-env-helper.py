#- config/settings/base.py
import environ

env = environ.Env()
ALLOWED_HOSTS = ["www.example.org"]
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W003"]  # an API without pages
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_SSL_REDIRECT = True
#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY = f"bookshop"
#            ^^^^^^^^^^^ secrets/secret-key-insecure: `SECRET_KEY` of `config.settings.production` is a literal of 8 characters, 6 of them distinct.
