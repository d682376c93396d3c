#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_COOKIE_SECURE = False
MIDDLEWARE = [one for one in MIDDLEWARE if "csrf" not in one] + ["company.middleware.CsrfForForms"]
