#- config/settings/production.py
from django.core.management.utils import get_random_secret_key

from .base import *

DEBUG = False
SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
