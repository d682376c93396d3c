#- config/settings/production.py
from .base import *

DEBUG = False
INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "corsheaders"]
MIDDLEWARE = [one for one in MIDDLEWARE if one != "corsheaders.middleware.CorsMiddleware"]
# Nothing reads these: the library is not in use here.
CORS_ALLOWED_ORIGINS = []
CORS_ALLOW_ALL_ORIGINS = False
CORS_ALLOW_CREDENTIALS = True
