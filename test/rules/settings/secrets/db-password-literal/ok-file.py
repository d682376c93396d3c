#- config/settings/local.py
from .base import *

DEBUG = True
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3", "PASSWORD": "Wq92-kd83"},
}
