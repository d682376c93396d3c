#- config/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = [os.environ["HOST"], "www.example.org"]
