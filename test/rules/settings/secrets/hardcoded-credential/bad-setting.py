#- config/settings/production.py
from .base import *

DEBUG = False
EMAIL_HOST_PASSWORD = "kd83-Wq92-mailer"
#                     ^^^^^^^^^^^^^^^^^^ secrets/hardcoded-credential: `EMAIL_HOST_PASSWORD` of `config.settings.production` is a literal of 16 characters.
