#- config/settings/production.py
from .base import *

DEBUG = False
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
#<^^^ names/too-new: `TASKS` has no effect: Django reads it from 6.0 on, and the project runs 5.2.
