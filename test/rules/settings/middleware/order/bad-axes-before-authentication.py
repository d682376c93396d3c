#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "axes.middleware.AxesMiddleware",
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/order:auth-before-axes
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
