#- config/settings/production.py
import os

from .base import *

DEBUG = False
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("DB_NAME"),
#               ^^^^^^^^^^^^^^^^^^^^^^^^^ env/required-without-default: `NAME` and `PASSWORD` of `DATABASES['default']` are `None` while the variables are unset.
        "USER": os.environ.get("DB_USER", "shop"),
        "PASSWORD": os.getenv("DB_PASSWORD"),
        "HOST": os.environ["DB_HOST"],
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": DATABASES["default"]["OPTIONS"],
    },
}
CELERY_BROKER_URL = os.environ.get("BROKER")
#                   ^^^^^^^^^^^^^^^^^^^^^^^^ env/required-without-default: `CELERY_BROKER_URL` is `None` while `BROKER` is unset.
