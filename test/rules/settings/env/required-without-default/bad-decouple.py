#- config/settings/production.py
from decouple import config

from .base import *

DEBUG = False
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": config('DB_NAME', default='shop'),
        "USER": config('DB_USER', default=None),
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/required-without-default: `USER`, `PASSWORD` and `HOST` of `DATABASES['default']` are `None` while the variables are unset.
        "PASSWORD": config('DB_PASSWORD', default=None),
        "HOST": config('DB_HOST', default=None),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": DATABASES["default"]["OPTIONS"],
    },
}
