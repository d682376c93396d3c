#- config/settings/production.py
from .base import *

DEBUG = False
CELERY_BROKER_URL = os.environ["CELERY_BROKER_URL"]
