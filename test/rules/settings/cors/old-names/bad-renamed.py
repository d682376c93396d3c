#- config/settings/production.py
from .base import *

DEBUG = False
del CORS_ALLOWED_ORIGINS
CORS_ORIGIN_WHITELIST = ["https://www.example.org"]
#<^^^^^^^^^^^^^^^^^^^ cors/old-names: `CORS_ORIGIN_WHITELIST` is the old name of `CORS_ALLOWED_ORIGINS`.
CORS_ORIGIN_WHITELIST += ["https://app.example.org"]
CORS_ORIGIN_REGEX_WHITELIST = [r"^https://\w+\.example\.org$"]
#<^^^^^^^^^^^^^^^^^^^^^^^^^ cors/old-names: `CORS_ORIGIN_REGEX_WHITELIST` is the old name of `CORS_ALLOWED_ORIGIN_REGEXES`.
#- config/settings/development.py
from .base import *

DEBUG = True
CORS_ORIGIN_REGEX_WHITELIST = [r"^http://localhost:\d+$"]
#<^^^^^^^^^^^^^^^^^^^^^^^^^ cors/old-names: `CORS_ORIGIN_REGEX_WHITELIST` is the old name of `CORS_ALLOWED_ORIGIN_REGEXES`.
