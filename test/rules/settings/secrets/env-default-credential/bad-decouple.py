#- config/settings/production.py
from decouple import config

from .base import *

DEBUG = False
SMS = {"API_KEY": config("SMS_API_KEY", default="b81fa77c20e94d6fa3c65d0b")}
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/env-default-credential: `SMS.API_KEY` of `config.settings.production` falls back to a literal of 24 characters while `SMS_API_KEY` is unset.
