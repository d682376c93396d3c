#- config/settings/production.py
import os

from .base import *

DEBUG = False
if os.environ.get("DB_NAME"):
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ.get("DB_NAME"),
            "USER": "shop",
            "PASSWORD": os.environ["DB_PASSWORD"],
            "HOST": os.environ["DB_HOST"],
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": DATABASES["default"]["OPTIONS"],
        },
    }
CELERY_BROKER_URL = os.environ.get("BROKER") or "redis://broker:6379/0"
