#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOW_ALL_ORIGINS = os.environ.get("CORS_ALLOW_ALL", "true") == "true"
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors/allow-all-credentials: `CORS_ALLOW_CREDENTIALS` is on in `config.settings.production`, and so is `CORS_ALLOW_ALL_ORIGINS` while `CORS_ALLOW_ALL` is unset.
CORS_ALLOW_CREDENTIALS = True
