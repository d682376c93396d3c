#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY_FALLBACKS = [part.strip() for part in os.environ["DJANGO_OLD_SECRET_KEYS"].split(",") if part.strip()]
