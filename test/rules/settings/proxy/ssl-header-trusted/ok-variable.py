#- config/settings/production.py
import os

from .base import *

DEBUG = False
SECURE_PROXY_SSL_HEADER = tuple(os.environ["PROXY_SSL_HEADER"].split(","))
