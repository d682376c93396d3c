#- config/settings/production.py
from .base import *

DEBUG = False
#- config/settings/development.py
from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost"]
SECURE_SSL_REDIRECT = False
CSRF_TRUSTED_ORIGINS = ["http://shop.example.org"]
