#- config/settings/production.py
from .base import *

DEBUG = False
SILENCED_SYSTEM_CHECKS = ["fields.W342", "django_recaptcha.recaptcha_test_key_error"]
