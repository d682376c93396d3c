"""The clean base's production settings on a database that needs no server."""

from config.settings.production import *

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
