#- config/settings/production.py
from .base import *

DEBUG = False
# nginx answers only for the names of the site.
ALLOWED_HOSTS = [part.strip() for part in os.environ["DJANGO_ALLOWED_HOSTS"].split(",") if part.strip()]
