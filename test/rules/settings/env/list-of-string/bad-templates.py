#- config/settings/production.py
import os

from .base import *

DEBUG = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": BASE_DIR / "templates",
#               ^^^^^^^^^^^^^^^^^^^^^^ env/list-of-string: `TEMPLATES[0]['DIRS']` is one path, not a list.
        "APP_DIRS": True,
    },
]
