#- config/settings/production.py
from .base import *

DEBUG = False
#- config/settings/test.py
from .base import *

DEBUG = False
MIDDLEWARE = [one for one in MIDDLEWARE if one != "django.middleware.csrf.CsrfViewMiddleware"]
