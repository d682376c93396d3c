#- config/settings/production.py
from company import load_middleware

from .base import *

DEBUG = False
MIDDLEWARE = load_middleware() + [
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "shed.middleware.Session",
]
