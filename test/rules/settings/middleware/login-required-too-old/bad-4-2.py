#- requirements/base.txt
Django==4.2.20
#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += ["django.contrib.auth.middleware.LoginRequiredMiddleware"]
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/login-required-too-old: `LoginRequiredMiddleware` is in `MIDDLEWARE` of `config.settings.production`, and Django has it since 5.1 only.
