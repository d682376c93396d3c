#- requirements/base.txt
Django>=4.2,<5.1
#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE.append("django.contrib.auth.middleware.LoginRequiredMiddleware")
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/login-required-too-old
