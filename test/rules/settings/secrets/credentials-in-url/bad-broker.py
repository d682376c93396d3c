#- config/settings/production.py
from .base import *

DEBUG = False
CELERY_BROKER_URL = "amqp://shop:Wq92kd83@mq.example.org//"
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/credentials-in-url: `CELERY_BROKER_URL` of `config.settings.production` is an `amqp` address with a password in it.
