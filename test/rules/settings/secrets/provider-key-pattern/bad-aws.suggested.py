#- config/settings/production.py
from .base import *

DEBUG = False
AWS_ACCESS_KEY_ID = "AKIAQ7RW2TZ5LMXP3VKD"
AWS_SECRET_ACCESS_KEY = os.environ["AWS_SECRET_ACCESS_KEY"]
