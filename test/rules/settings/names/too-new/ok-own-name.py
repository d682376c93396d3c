#- config/settings/production.py
from .base import *

DEBUG = False
TASKS = ["orders", "invoices"]
#- shop/jobs.py
from django.conf import settings


def names():
    return list(settings.TASKS)
