#- config/settings/production.py
from .base import *

DEBUG = False
AWS_ACCESS_KEY_ID = "AKIAQ7RW2TZ5LMXP3VKD"
AWS_SECRET_ACCESS_KEY = "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"
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/provider-key-pattern: A literal of `config.settings.production` has the form of an AWS secret access key.
