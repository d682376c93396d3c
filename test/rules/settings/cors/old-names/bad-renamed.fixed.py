#- config/settings/development.py
from .base import *

DEBUG = True
CORS_ALLOWED_ORIGIN_REGEXES = [r"^http://localhost:\d+$"]
#- config/settings/production.py
from .base import *

DEBUG = False
del CORS_ALLOWED_ORIGINS
CORS_ORIGIN_WHITELIST = ["https://www.example.org"]
CORS_ORIGIN_WHITELIST += ["https://app.example.org"]
CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://\w+\.example\.org$"]