#- config/settings/local.py
from .base import *

DEBUG = True
CELERY_BROKER_URL = "amqp://guest:guest@rabbit:5672//"
