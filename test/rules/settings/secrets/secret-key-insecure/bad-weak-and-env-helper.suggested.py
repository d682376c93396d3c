#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY = env("DJANGO_SECRET_KEY")
