#- config/settings/production.py
from .base import *

DEBUG = False
debug = False
allowed_hosts = ["www.example.org"]
