#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_BROWSER_XSS_FILTER = True
#<^^^^^^^^^^^^^^^^^^^^^^^ https/xss-filter-removed: `SECURE_BROWSER_XSS_FILTER` has no effect: the project runs Django 5.2.
