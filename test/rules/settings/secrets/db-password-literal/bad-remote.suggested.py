#- config/settings/production.py
from .base import *

DEBUG = False
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "bookshop",
        "USER": "bookshop",
        "PASSWORD": os.environ["DATABASE_PASSWORD"],
        "HOST": "db.example.org",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 5,
            "options": "-c statement_timeout=30000",
            "sslmode": "verify-full",
            "sslrootcert": "system",
        },
    },
}
