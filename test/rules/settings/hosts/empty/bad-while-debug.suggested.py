#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = [part.strip() for part in os.environ["DJANGO_ALLOWED_HOSTS"].split(",") if part.strip()]
