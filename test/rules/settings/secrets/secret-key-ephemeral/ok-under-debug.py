#- config/settings/production.py
from django.core.management.utils import get_random_secret_key

from .base import *

DEBUG = False
SECRET_KEY = get_random_secret_key() if DEBUG else os.environ["SECRET_KEY"]
