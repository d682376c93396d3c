#- config/settings/production.py
import os

from .base import *

DEBUG = False
db_name = os.environ.get("DB_NAME")
if db_name is None:
    raise RuntimeError("DB_NAME is not set")
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": db_name,
        "USER": "shop",
        "PASSWORD": os.environ["DB_PASSWORD"],
        "HOST": os.environ["DB_HOST"],
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": DATABASES["default"]["OPTIONS"],
    },
}
CELERY_BROKER_URL = os.environ.get("BROKER")
assert CELERY_BROKER_URL, "BROKER is not set"
