#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGINS = ["*"]
#                       ^^^ cors/origin-format: `*` in `CORS_ALLOWED_ORIGINS` is no origin.
#- config/settings/development.py
from .base import *

DEBUG = True
CORS_ALLOWED_ORIGINS = ["https://*.example.org"]
#                       ^^^^^^^^^^^^^^^^^^^^^^^ cors/origin-format: `https://*.example.org` in `CORS_ALLOWED_ORIGINS` has a wildcard, which the library takes for a part of the name.
