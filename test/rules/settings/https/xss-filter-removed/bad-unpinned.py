#- requirements/base.txt
Django
whitenoise==6.9.0
#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_BROWSER_XSS_FILTER = True
#<^^^^^^^^^^^^^^^^^^^^^^^ https/xss-filter-removed: `SECURE_BROWSER_XSS_FILTER` has no effect from Django 4.0 on.
