#- config/settings/production.py
from .base import *

DEBUG = False
LATER = ['django.middleware.common.CommonMiddleware']
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware', 'django.contrib.sessions.middleware.SessionMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware'] + LATER
