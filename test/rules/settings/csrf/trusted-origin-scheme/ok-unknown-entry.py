#- config/settings/production.py
import os

from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["https://" + os.environ["SITE_HOST"], os.environ["OTHER_ORIGIN"]]
