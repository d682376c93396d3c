#- config/settings/production.py
import os

from .base import *

DEBUG = False
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("DB_NAME"),
        "USER": "shop",
        "PASSWORD": os.environ.get("DB_PASSWORD"),
        "HOST": os.environ["DB_HOST"],
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": DATABASES["default"]["OPTIONS"],
    },
}
for name in ("DB_NAME", "DB_PASSWORD"):
    if not os.environ.get(name):
        raise RuntimeError(f"{name} is not set")
