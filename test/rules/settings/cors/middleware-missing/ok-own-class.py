#- config/settings/production.py
from .base import *

DEBUG = False
INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "corsheaders"]
MIDDLEWARE = ["company.middleware.AllowCors" if "cors" in one else one for one in MIDDLEWARE]
