#- config/settings/production.py
from .base import *

DEBUG = False
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
#- requirements/base.txt
Django>=5.2
