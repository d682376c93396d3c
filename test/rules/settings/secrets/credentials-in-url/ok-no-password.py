#- config/settings/production.py
from .base import *

DEBUG = False
CELERY_BROKER_URL = "amqp://shop@mq.example.org//"
SENTRY_DSN = "https://b81fa77c20e94d6fa3c65d0b@sentry.example.org/4"
