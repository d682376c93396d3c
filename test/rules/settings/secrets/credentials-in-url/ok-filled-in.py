#- config/settings/production.py
from .base import *

DEBUG = False
CELERY_BROKER_URL = "amqp://shop:{}@mq.example.org//".format(os.environ["MQ_PASSWORD"])
SEARCH_URL_FORM = "https://{user}:{password}@search.example.org"
